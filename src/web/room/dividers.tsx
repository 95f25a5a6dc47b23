import './dividers.css';
import { dayName } from '../parts/times.ts';
import { strings } from '../strings/strings.ts';

export function DayDivider({ at }: { at: number }) {
  const name = dayName(at, Date.now());
  return <Divider class="divider" name={name} shown={name} />;
}

/** Where the reader left off. */
export function FreshDivider({ count }: { count: number }) {
  const shown = strings.messages.freshCount(count);
  return <Divider class="divider divider-fresh" name={strings.messages.fresh} shown={shown} />;
}

function Divider({ class: className, name, shown }: { class: string; name: string; shown: string }) {
  return (
    <div class={className}>
      <hr aria-label={name} />
      <span aria-hidden="true">{shown}</span>
    </div>
  );
}
