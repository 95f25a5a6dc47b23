import './people-aside.css';
import { strings } from '../strings/strings.ts';
import { PeopleHere } from './loaded-later.ts';
import { useSession } from './session.ts';

/** Beside the messages, where there is room. */
export function PeopleAside() {
  const isHere = useSession().selfId.value !== undefined;
  return (
    <aside class="people" aria-label={strings.people.title}>
      {isHere && <PeopleHere />}
    </aside>
  );
}
