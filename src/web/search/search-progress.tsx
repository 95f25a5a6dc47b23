import { refusalSentence } from '../parts/refusals.ts';
import { momentName } from '../parts/times.ts';
import { useSession } from '../room/session.ts';
import { laterStrings } from '../strings/later-strings.ts';
import { strings } from '../strings/strings.ts';
import type { Progress, SearchState } from './search-state.ts';

/** How many were found, read aloud once a search rests; and what to type, before there is one. */
export function SearchStatus({ search }: { search: SearchState }) {
  const { state } = search.progress.value;
  const words = laterStrings.search;
  return (
    <div class="search-status">
      {state === 'idle' && <p>{words.hint}</p>}
      {state === 'searching' && <p>{words.searching}</p>}
      <p role="status">
        <Said search={search} />
      </p>
    </div>
  );
}

function Said({ search }: { search: SearchState }) {
  const { line } = useSession().state.value;
  const progress = search.progress.value;
  switch (progress.state) {
    case 'rests':
      return laterStrings.search.count(search.results.value.messages.length);
    case 'failed':
      return line.state === 'live' ? whyOf(progress) : laterStrings.search.lineDown;
    default:
      return null;
  }
}

/** How far back was searched, and the way on, which stays while it goes on. */
export function SearchFoot({ search }: { search: SearchState }) {
  const { line } = useSession().state.value;
  const progress = search.progress.value;
  const words = laterStrings.search;
  switch (progress.state) {
    case 'searching':
    case 'rests':
      if (progress.reach) {
        const { at } = progress.reach;
        return (
          <Foot says={words.back(momentName(at))} offers={words.further} does={() => search.further()} />
        );
      }
      return progress.state === 'rests' ? <Foot says={words.start} /> : null;
    case 'failed':
      return line.state === 'live' ? <Foot offers={words.again} does={() => search.resume()} /> : null;
    case 'idle':
      return null;
  }
}

interface FootProps {
  says?: string;
  offers?: string;
  does?: () => void;
}

function Foot({ says, offers, does }: FootProps) {
  return (
    <div class="search-foot">
      {says && <p>{says}</p>}
      {offers && (
        <button type="button" class="button" onClick={does}>
          {offers}
        </button>
      )}
    </div>
  );
}

const whyOf = ({ why }: Extract<Progress, { state: 'failed' }>) =>
  why ? refusalSentence(why) : strings.actions.failed;
