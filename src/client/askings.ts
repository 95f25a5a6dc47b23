import type { ClientMessage, PageRange } from '../protocol/client-message.ts';
import { refusal } from '../protocol/codes.ts';
import { oneEmoji } from '../protocol/emoji.ts';
import type {
  Done,
  LogAnswer,
  MemberId,
  ModerationAction,
  PageAnswer,
  StandingsAnswer,
} from '../protocol/server-message.ts';
import { messageText } from '../protocol/text.ts';
import { RefusedError } from './refused-error.ts';
import type { Asking } from './requests.ts';

/** S4: the text as the room will keep it. Half a surrogate pair is replaced, for a frame that holds one is refused whole (F5). */
export function checkedText(text: string): string {
  const result = messageText(text.toWellFormed());
  if ('refused' in result) throw new RefusedError(refusal(result.refused));
  return result.text;
}

export function editing(self: MemberId | undefined, target: number, wanted: string): Asking {
  const text = checkedText(wanted);
  return {
    command: { type: 'edit', target, text },
    shows: (event) =>
      event.type === 'edit' && event.target === target && event.by === self && event.text === text,
  };
}

export function deleting(self: MemberId | undefined, target: number): Asking {
  return {
    command: { type: 'delete', target },
    shows: (event) => event.type === 'delete' && event.target === target && event.by === self,
  };
}

export function reacting(self: MemberId | undefined, target: number, wanted: string, on: boolean): Asking {
  const emoji = oneEmoji(wanted);
  if (emoji === undefined)
    throw new RefusedError(refusal('bad_frame', { message: 'A reaction is one emoji.' }));
  return {
    command: { type: 'react', target, emoji, on },
    shows: (event) =>
      event.type === 'reaction' &&
      event.target === target &&
      event.emoji === emoji &&
      event.on === on &&
      event.by === self,
  };
}

export function renaming(self: MemberId | undefined, name: string): Asking {
  return {
    command: { type: 'rename', name: name.toWellFormed() },
    shows: (message) =>
      message.type === 'presence' && message.changed?.some(({ id }) => id === self) === true,
  };
}

/** Section 9: what hosts alone may ask. */
type HostCommandType = ModerationAction | 'destroy' | 'log' | 'standings';

export type HostCommand = Extract<ClientMessage, { readonly type: HostCommandType }>;

/** What answers it. A room that is destroyed answers nothing: the line ends with 4404. */
export type HostAnswer<Command extends HostCommand> = Command['type'] extends 'log'
  ? LogAnswer
  : Command['type'] extends 'standings'
    ? StandingsAnswer
    : Done;

/** For what the room answers by its id alone: H3, once what it brings about was told; R4, R7. */
export function answeredById(command: ClientMessage): Asking {
  return { command, shows: () => false };
}

/** R4: the newest page where the range says nothing. */
export function paging(range: PageRange, take: (page: PageAnswer) => void): Asking {
  return {
    ...answeredById({ type: 'page', ...range }),
    take: (answer) => answer.type === 'page' && take(answer),
  };
}
