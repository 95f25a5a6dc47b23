import { useEffect, useMemo } from 'preact/hooks';
import { IconButton } from '../parts/icon-button.tsx';
import { icon } from '../parts/icons.tsx';
import { OnDemand } from '../parts/on-demand.ts';
import { usePageKey } from '../parts/page-key.ts';
import { useOpened } from '../parts/use-opened.ts';
import { useSession } from '../room/session.ts';
import { laterStrings } from '../strings/later-strings.ts';

const SearchIcon = icon(
  <>
    <circle cx="8.8" cy="8.8" r="5.3" />
    <path d="m12.8 12.8 4 4" />
  </>,
);

const code = new OnDemand(() => import('./search-sheet.tsx'));

/**
 * Opens the search, by its button and on `/`; its code comes when it is first asked for. Who has not joined is answered nothing,
 * nor is anybody once the visit is over.
 */
export function SearchTool({ onFailure }: { onFailure: () => void }) {
  const session = useSession();
  const { part: opened, open, close } = useOpened(code, onFailure);
  const part = code.part.value;
  const search = useMemo(() => part && new part.SearchState(session.search), [part, session]);
  useEffect(() => () => search?.stop(), [search]);
  const isOffered = session.takesPart.value;
  useEffect(() => {
    if (!isOffered) close();
  }, [isOffered]);
  usePageKey('/', () => {
    if (isOffered) void open();
    return isOffered;
  });
  if (!isOffered) return null;
  return (
    <>
      <IconButton
        name={laterStrings.search.title}
        aria-haspopup="dialog"
        aria-keyshortcuts="/"
        onClick={open}
      >
        <SearchIcon />
      </IconButton>
      {opened && search && <opened.SearchSheet search={search} onClose={close} />}
    </>
  );
}
