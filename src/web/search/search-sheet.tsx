import './search-sheet.css';
import { useComputed, useSignalEffect } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { searchLimits } from '../../protocol/limits.ts';
import { isTouch } from '../parts/media.ts';
import { Sheet } from '../parts/sheet.tsx';
import { useSession } from '../room/session.ts';
import { laterStrings } from '../strings/later-strings.ts';
import { FoundList } from './found-list.tsx';
import { seqInSight } from './in-sight.ts';
import { SearchFoot, SearchStatus } from './search-progress.tsx';
import { SearchState } from './search-state.ts';

const TITLE = 'search-title';

/** R7: what was said in the room, by its words, and the way there. */
export function SearchSheet({ onClose }: { onClose: () => void }) {
  return (
    <Sheet class="search-sheet" titleId={TITLE} onClose={onClose}>
      {(close) => <Search close={close} />}
    </Sheet>
  );
}

function Search({ close }: { close: () => void }) {
  const session = useSession();
  const all = useRef<HTMLDivElement>(null);
  const search = useMemo(() => new SearchState((query, before) => session.search(query, before)), []);
  useEffect(() => () => search.stop(), []);
  // Once it is back, and not each time that something is said.
  const isLive = useComputed(() => session.state.value.line.state === 'live');
  useSignalEffect(() => {
    if (isLive.value) search.resume();
  });
  const choose = (seq: number) => {
    const from = seqInSight();
    close();
    void session.show(seq, from === seq ? undefined : from);
  };
  return (
    <div ref={all} class="search">
      <h2 id={TITLE} class="sheet-title">
        {laterStrings.search.title}
      </h2>
      <SearchField search={search} onDown={() => focusOn(all.current, '.found')} onEscape={close} />
      <SearchStatus search={search} />
      <div class="search-found">
        <FoundList
          results={search.results.value}
          onChoose={choose}
          onTop={() => focusOn(all.current, 'input')}
        />
        <SearchFoot search={search} />
      </div>
    </div>
  );
}

interface SearchFieldProps {
  search: SearchState;
  onDown: () => void;
  onEscape: () => void;
}

function SearchField({ search, onDown, onEscape }: SearchFieldProps) {
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    search.enter();
    // What was found lies under the keys of a screen.
    if (isTouch.value && document.activeElement instanceof HTMLElement) document.activeElement.blur();
  };
  return (
    <search>
      <form onSubmit={onSubmit}>
        <input
          type="search"
          class="field search-field"
          aria-label={laterStrings.search.field}
          placeholder={laterStrings.search.field}
          autocomplete="off"
          maxLength={searchLimits.queryLength}
          enterkeyhint="search"
          autofocus
          onInput={(event) => search.type(event.currentTarget.value)}
          onKeyDown={(event) => {
            // Esc would empty the field instead.
            const does = { ArrowDown: onDown, Escape: onEscape }[event.key];
            if (event.isComposing || !does) return;
            event.preventDefault();
            does();
          }}
        />
      </form>
    </search>
  );
}

const focusOn = (all: HTMLElement | null, what: string) => all?.querySelector<HTMLElement>(what)?.focus();
