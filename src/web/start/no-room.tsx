import './no-room.css';
import { strings } from '../strings/strings.ts';

/** For a path that is no room: not a name, or a private room's that was never issued. */
export function NoRoom({ why }: { why: 'name' | 'issued' }) {
  const [heading, sentence] = strings.noRoom[why];
  return (
    <main class="no-room">
      <h1>{heading}</h1>
      <p>{sentence}</p>
      <a class="button button-main" href="/">
        {strings.noRoom.back}
      </a>
    </main>
  );
}
