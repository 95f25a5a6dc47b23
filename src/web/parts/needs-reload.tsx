import { strings } from '../strings/strings.ts';
import { missing } from './on-demand.ts';

/** Says so where a part of the page does not come by itself, and leads to the page anew. */
export function NeedsReload() {
  if (!missing.value) return null;
  return (
    <p class="timeline-note" role="alert">
      <a href={location.pathname}>{strings.missing}</a>
    </p>
  );
}
