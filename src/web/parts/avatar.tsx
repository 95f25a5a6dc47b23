import './avatar.css';
import { initials, memberHue } from './member-look.ts';

/** Decoration beside a name that is written out. */
export function Avatar({ id, name }: { id: string; name: string }) {
  return (
    <span class="avatar" style={{ '--hue': String(memberHue(id)) }} aria-hidden="true">
      {initials(name)}
    </span>
  );
}
