import './author.css';
import type { Member } from '../../protocol/server-message.ts';
import { memberHue } from '../parts/member-look.ts';
import { strings } from '../strings/strings.ts';
import { useSession } from './session.ts';

/** Who wrote a message; somebody else's name starts a private message to them. */
export function Author({ author, isActive }: { author: Member; isActive: boolean }) {
  const { selfId, composer } = useSession();
  const look = {
    class: 'message-author',
    dir: 'auto',
    style: { '--hue': String(memberHue(author.id)) },
  } as const;
  if (selfId.value === undefined || selfId.value === author.id) return <span {...look}>{author.name}</span>;
  const name = strings.people.write(author.name);
  return (
    <button
      type="button"
      {...look}
      aria-label={name}
      title={name}
      tabIndex={isActive ? 0 : -1}
      onClick={() => composer.writeTo(author)}
    >
      {author.name}
    </button>
  );
}
