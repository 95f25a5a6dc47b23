import './invite.css';
import { laterStrings } from '../strings/later-strings.ts';
import { InviteWays } from './invite-ways.tsx';

/** What a room shows in which nobody has said anything. */
export function Invite({ room }: { room: string }) {
  return (
    <section class="invite" aria-labelledby="invite-heading">
      <h2 id="invite-heading" class="invite-heading">
        {laterStrings.invite.heading}
      </h2>
      <p>{laterStrings.invite.how}</p>
      <InviteWays room={room} />
    </section>
  );
}
