import type { RoomState } from '../client/state.ts';
import { names } from './wording.ts';

/** What is to be told of the line to the room; of an outage its start and its end, not each try. */
export function lineNews(before: RoomState, after: RoomState, room: string): string | undefined {
  if (before.line === after.line) return undefined;
  const { self, count } = after;
  switch (after.line.state) {
    case 'connecting':
      return before.line.state === 'idle' ? `Joining ${room} …` : undefined;
    case 'live':
      if (!self) return undefined;
      if (before.self) return `Back in ${room} as ${names([self])}.`;
      return `In ${room} as ${names([self])}. ${count} here: ${present(after)}`;
    case 'waiting':
      return before.line.state === 'live' ? `The line to ${room} is down. Trying to come back …` : undefined;
    default:
      return undefined;
  }
}

const SHOWN = 20;

function present({ members, count }: RoomState): string {
  const more = count - Math.min(members.length, SHOWN);
  return names(members.slice(0, SHOWN)) + (more > 0 ? ` and ${more} more` : '');
}
