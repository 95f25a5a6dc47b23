import './search-sheet.css';
import { useComputed, useSignalEffect } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { searchLimits } from '../../protocol/search-limits.ts';
import { isComposing } from '../parts/is-composing.ts';
import { isTouch } from '../parts/media.ts';
import { Sheet } from '../parts/sheet.tsx';
import { useSession } from '../room/session.ts';
import { laterStrings } from '../strings/later-strings.ts';
import { asTheyStand } from './as-they-stand.ts';
import { FoundList } from './found-list.tsx';
import { seqInSight } from './in-sight.ts';
import { SearchFoot, SearchStatus } from './search-progress.tsx';
import { SearchState } from './search-state.ts';

const TITLE = 'search-title';

interface SearchSheetProps {
  /** It outlives the sheet: opened again, that shows what was found last. */
  search: SearchState;
  onClose: () => void;
}

/** R7: what was said in the room, by its words, and the way there. */
export function SearchSheet({ search, onClose }: SearchSheetProps) {
  return (
    <Sheet class="search-sheet" titleId={TITLE} onClose={onClose}>
      {(close) => <Search search={search} close={close} />}
    </Sheet>
  );
}

function Search({ search, close }: { search: SearchState; close: () => void }) {
  const session = useSession();
  const all = useRef<HTMLDivElement>(null);
  // Once it is back, and not each time that something is said.
  const isLive = useComputed(() => session.state.value.line.state === 'live');
  useSignalEffect(() => {
    if (isLive.value) search.resume();
  });
  const { messages, words } = search.results.value;
  const found = asTheyStand(messages, session.bySeq.value);
  const choose = (seq: number) => {
    const from = seqInSight();
    close();
    void session.way.show(seq, from === seq ? undefined : from);
  };
  return (
    <div ref={all} class="search">
      <h2 id={TITLE} class="sheet-title">
        {laterStrings.search.title}
      </h2>
      <SearchField search={search} onDown={() => focusOn(all.current, '.found')} onEscape={close} />
      <SearchStatus progress={search.progress.value} count={found.length} />
      <div class="search-found">
        <FoundList
          messages={found}
          words={words}
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
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (field.current) field.current.value = search.text;
    field.current?.select();
  }, []);
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
          ref={field}
          type="search"
          class="field search-field"
          aria-label={laterStrings.search.field}
          placeholder={laterStrings.search.field}
          autocomplete="off"
          maxLength={searchLimits.queryLength}
          enterkeyhint="search"
          autofocus
          onInput={(event) => event.isComposing || search.type(event.currentTarget.value)}
          onCompositionEnd={(event) => search.type(event.currentTarget.value)}
          onKeyDown={(event) => {
            // Esc would empty the field instead.
            const does = { ArrowDown: onDown, Escape: onEscape }[event.key];
            if (isComposing(event) || !does) return;
            event.preventDefault();
            does();
          }}
        />
      </form>
    </search>
  );
}

export { SearchState };

const focusOn = (all: HTMLElement | null, what: string) => all?.querySelector<HTMLElement>(what)?.focus();
