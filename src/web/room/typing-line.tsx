import './typing-line.css';
import { strings } from '../strings/strings.ts';
import { useSession } from './session.ts';

/** Its height is always kept, so that nothing moves when somebody starts. */
export function TypingLine() {
  const { typing, members } = useSession().state.value;
  const names = typing.flatMap((id) => members.find((member) => member.id === id)?.name ?? []);
  return (
    <p class="typing" aria-hidden={names.length === 0}>
      {names.length > 0 && strings.typing(names)}
    </p>
  );
}
