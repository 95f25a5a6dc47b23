import './typing-line.css';
import { laterStrings } from '../strings/later-strings.ts';
import { strings } from '../strings/strings.ts';
import { useSession } from './session.ts';

/** Its height is always kept, so that nothing moves when somebody starts. */
export function TypingLine() {
  const { typing, members } = useSession().state.value;
  const names = typing.flatMap((id) => members.find((member) => member.id === id)?.name ?? []);
  const [who, does] = names.length > 0 ? partsOf(names) : [];
  return (
    <p class="typing" aria-hidden={does === undefined}>
      <span class="typing-who">{who}</span>
      <span>{does}</span>
    </p>
  );
}

/** Who, and what they do, apart: where there is no room for both, it is the names that give way. */
function partsOf(names: readonly string[]): readonly [who: string, does: string] {
  const sentence = laterStrings.typing(names);
  const who = strings.people.list(names);
  return sentence.startsWith(who) ? [who, sentence.slice(who.length)] : ['', sentence];
}
