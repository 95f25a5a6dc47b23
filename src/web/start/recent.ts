import { signal } from '@preact/signals';
import { forget } from '../parts/forget.ts';
import { onKeptElsewhere, recentRooms } from '../parts/kept.ts';

/** Rooms lately visited, newest first, in all tabs of this browser the same. */
export const recent = signal(recentRooms());

const follow = () => {
  recent.value = recentRooms();
};
onKeptElsewhere(follow);

/** Takes a room off the list, and all that is kept of it away. */
export function takeOff(room: string): void {
  forget(room);
  follow();
}
