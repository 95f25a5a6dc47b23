import './dividers.css';
import { dayName } from '../parts/times.ts';
import { strings } from '../strings/strings.ts';
import { useSession } from './session.ts';

export function DayDivider({ at }: { at: number }) {
  const name = dayName(at, Date.now());
  return <Divider class="divider" name={name} shown={name} />;
}

/** Where the reader left off, or as near to it as is loaded; `count` are loaded, and told where they are all. */
export function FreshDivider({ count }: { count: number }) {
  const { way, isPast } = useSession();
  const { fresh, freshCount } = strings.messages;
  const isAll = way.hasAllUnread.value && !isPast.value;
  return <Divider class="divider divider-fresh" name={fresh} shown={isAll ? freshCount(count) : fresh} />;
}

function Divider({ class: className, name, shown }: { class: string; name: string; shown: string }) {
  return (
    <div class={className}>
      <hr aria-label={name} />
      <span aria-hidden="true">{shown}</span>
    </div>
  );
}
