import { useSignal } from '@preact/signals';
import { IconButton } from '../parts/icon-button.tsx';
import { icon } from '../parts/icons.tsx';
import { OnDemand } from '../parts/on-demand.ts';
import { usePageKey } from '../parts/page-key.ts';
import { useSession } from '../room/session.ts';
import { laterStrings } from '../strings/later-strings.ts';

const SearchIcon = icon(
  <>
    <circle cx="8.8" cy="8.8" r="5.3" />
    <path d="m12.8 12.8 4 4" />
  </>,
);

const sheet = new OnDemand(async () => (await import('./search-sheet.tsx')).SearchSheet);

/** Opens the search, by its button and on `/`; its code comes when it is first asked for. Who has not joined is answered nothing. */
export function SearchTool() {
  const { selfId } = useSession();
  const isOpen = useSignal(false);
  const open = async () => {
    isOpen.value = (await sheet.need()) !== undefined;
  };
  const hasJoined = selfId.value !== undefined;
  usePageKey('/', () => hasJoined && void open());
  const Sheet = sheet.part.value;
  return (
    <>
      {hasJoined && (
        <IconButton
          name={laterStrings.search.title}
          aria-haspopup="dialog"
          aria-keyshortcuts="/"
          onClick={() => void open()}
        >
          <SearchIcon />
        </IconButton>
      )}
      {Sheet && isOpen.value && <Sheet onClose={() => (isOpen.value = false)} />}
    </>
  );
}
