import { OutboxFiles } from '../../client/outbox-files.ts';
import { namesIn } from '../../protocol/fields.ts';
import { isPrivateRoom } from '../../protocol/room-name.ts';
import { keptDraft } from './drafts.ts';
import { keepRecentRooms, kept, pageStorage, type RoomKind, recentRooms, roomKey, write } from './kept.ts';
import { dropSeen } from './last-seen.ts';

/** What cannot be had again once a room is forgotten: the way there, what makes its owner, what was written and not sent. */
export type Loss = 'link' | 'key' | 'unsent';

export function lossesOf(room: string): readonly Loss[] {
  const isUnsent = keptDraft(room).text !== '' || outboxOf(room).all().length > 0;
  const losses = { link: isPrivateRoom(room), key: kept.ownerKey(room) !== undefined, unsent: isUnsent };
  return namesIn(losses).filter((loss) => losses[loss]);
}

const KINDS: Readonly<Record<RoomKind, true>> = {
  owner: true,
  new: true,
  invitation: true,
  title: true,
  read: true,
  active: true,
  visit: true,
  draft: true,
  'private-draft': true,
};

/** All that this browser keeps of a room goes, what waits to be sent there too. */
export function forget(room: string): void {
  const outbox = outboxOf(room);
  for (const { id } of outbox.all()) outbox.remove(id);
  for (const kind of namesIn(KINDS)) write(roomKey(kind, room), '');
  void dropSeen(room);
  keepRecentRooms(recentRooms().filter((other) => other !== room));
}

const outboxOf = (room: string) => new OutboxFiles(pageStorage(), room);
