import { refusalSentence } from '../parts/refusals.ts';
import { momentName } from '../parts/times.ts';
import { useSession } from '../room/session.ts';
import { laterStrings } from '../strings/later-strings.ts';
import { strings } from '../strings/strings.ts';
import type { Progress, Reach, SearchState } from './search-state.ts';

interface StatusProps {
  progress: Progress;
  /** Messages found. */
  count: number;
}

/** How many were found, and how far back was searched, read aloud once a search rests; and what to type, before there is one. */
export function SearchStatus({ progress, count }: StatusProps) {
  const { state } = progress;
  const words = laterStrings.search;
  return (
    <div class="search-status">
      {state === 'idle' && <p>{words.hint}</p>}
      {state === 'searching' && <p>{words.searching}</p>}
      <p role="status">
        <Said progress={progress} count={count} />
      </p>
    </div>
  );
}

function Said({ progress, count }: StatusProps) {
  const { line } = useSession().state.value;
  const words = laterStrings.search;
  switch (progress.state) {
    case 'rests':
      return words.found(words.count(count), backTo(progress.reach));
    case 'failed':
      return line.state === 'live' ? whyOf(progress) : words.lineDown;
    default:
      return null;
  }
}

/** The way on, which stays while it goes on. */
export function SearchFoot({ search }: { search: SearchState }) {
  const { line } = useSession().state.value;
  const progress = search.progress.value;
  const words = laterStrings.search;
  switch (progress.state) {
    case 'searching':
    case 'rests':
      return progress.reach ? <Foot offers={words.further} does={() => search.further()} /> : null;
    case 'failed': {
      const says = progress.reach && backTo(progress.reach);
      return line.state === 'live' ? (
        <Foot says={says} offers={words.again} does={() => search.resume()} />
      ) : null;
    }
    case 'idle':
      return null;
  }
}

interface FootProps {
  says?: string | undefined;
  offers: string;
  does: () => void;
}

function Foot({ says, offers, does }: FootProps) {
  return (
    <div class="search-foot">
      {says && <p>{says}</p>}
      <button type="button" class="button" onClick={does}>
        {offers}
      </button>
    </div>
  );
}

const backTo = (reach: Reach | undefined) =>
  reach ? laterStrings.search.back(momentName(reach.at)) : laterStrings.search.start;

const whyOf = ({ why }: Extract<Progress, { state: 'failed' }>) =>
  why ? refusalSentence(why) : strings.actions.failed;
