import type { ClientMessage } from '../../protocol/client-message.ts';
import { type Refusal, refusal, withId } from '../../protocol/codes.ts';
import type { Outcome } from '../effect.ts';
import type { Turn } from '../turn.ts';
import { edit, react, remove } from './change.ts';
import { destroy } from './destroy.ts';
import type { Join } from './join.ts';
import { admit, appoint, ban, kick, mute, unban, unmute } from './moderate.ts';
import { page } from './page.ts';
import { rename, typing } from './presence.ts';
import { log, standings } from './read-as-host.ts';
import { search } from './search.ts';
import { send } from './send.ts';
import { type Settings, settings } from './settings.ts';

/** What the room takes: what a client said, its secrets having been exchanged for what they prove. */
export type Command = Exclude<ClientMessage, { type: 'join' | 'settings' }> | Join | Settings;

/** Who knows what a command means, for somebody who has joined. */
export function dispatch(turn: Turn, command: Command): Outcome {
  switch (command.type) {
    case 'join':
      return joinedAlready(command);
    case 'send':
      return send(turn, command);
    case 'edit':
      return edit(turn, command);
    case 'delete':
      return remove(turn, command);
    case 'react':
      return react(turn, command);
    case 'typing':
      return typing(turn, command);
    case 'rename':
      return rename(turn, command);
    case 'page':
      return page(turn, command);
    case 'search':
      return search(turn, command);
    case 'kick':
      return kick(turn, command);
    case 'ban':
      return ban(turn, command);
    case 'unban':
      return unban(turn, command);
    case 'mute':
      return mute(turn, command);
    case 'unmute':
      return unmute(turn, command);
    case 'admit':
      return admit(turn, command);
    case 'appoint':
      return appoint(turn, command);
    case 'settings':
      return settings(turn, command);
    case 'destroy':
      return destroy(turn, command);
    case 'log':
      return log(turn, command);
    case 'standings':
      return standings(turn, command);
  }
}

/** J1: what a second join is answered. */
export function joinedAlready({ id }: { readonly id?: string | undefined }): Refusal {
  return withId(refusal('bad_frame', { message: 'This connection has joined already.' }), id);
}
