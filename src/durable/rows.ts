import type {
  ChangeEvent,
  LogEntry,
  Member,
  MemberId,
  Message,
  ModerationAction,
  ModerationEvent,
  Role,
} from '../protocol/server-message.ts';
import type { Readers } from '../room/readers.ts';

/** Where messages are: for everybody, and for some. */
export const MESSAGE_TABLES = ['messages', 'private_messages'] as const;
export type MessageTable = (typeof MESSAGE_TABLES)[number];

// What is read as a row was written as one, by this code alone: test/support/transcript-contract.ts reads all of it back.

/** The row of `room`, but for how hosts keep it: see schema-steps.ts. */
export type RoomRow = { log: string; expired: number };

/** A row of `messages`: see schema-steps.ts. */
export type MessageRow = {
  seq: number;
  id: string;
  at: number;
  author: string;
  name: string;
  text: string | null;
  reply_to: number | null;
  recipients: string | null;
  edited: number | null;
  reactions: string | null;
};

/** A row of `changes`: see schema-steps.ts. */
export type ChangeRow = {
  seq: number;
  kind: 'edit' | 'delete' | 'reaction';
  target: number;
  by: string;
  at: number | null;
  text: string | null;
  emoji: string | null;
  is_on: number | null;
  readers: string | null;
};

/** A row of `moderation`: see schema-steps.ts. */
export type ModerationRow = {
  seq: number;
  at: number;
  by: string;
  by_name: string;
  action: ModerationAction | 'delete';
  member: string | null;
  name: string | null;
  until: number | null;
  role: Role | null;
  settings: string | null;
  reason: string | null;
  target: number | null;
  erased: number | null;
  readers: string | null;
};

/** H3: none of a deletion, whose event is a change. */
export function toModeration(row: ModerationRow): ModerationEvent | undefined {
  const { seq, at, by, action } = row;
  if (action === 'delete') return undefined;
  return { type: 'moderation', seq, at, by, action, ...deed(row) };
}

export function toLogEntry(row: ModerationRow): LogEntry {
  const { seq, at, by, by_name, action, reason, target, erased } = row;
  return {
    seq,
    at,
    by: { id: by, name: by_name },
    action,
    ...deed(row),
    ...(reason !== null && { reason }),
    ...(target !== null && { target }),
    ...(erased !== null && { erased }),
  };
}

function deed({ member, name, until, role, settings }: ModerationRow) {
  return {
    ...(member !== null && { member: { id: member, name: name ?? '' } satisfies Member }),
    ...(until !== null && { until }),
    ...(role !== null && { role }),
    ...(settings !== null && { settings: JSON.parse(settings) }),
  };
}

export function toMessage(row: MessageRow): Message {
  return {
    type: 'message',
    seq: row.seq,
    id: row.id,
    at: row.at,
    from: { id: row.author, name: row.name },
    ...(row.text === null ? { deleted: true } : { text: row.text }),
    ...(row.reply_to !== null && { replyTo: row.reply_to }),
    ...(row.recipients !== null && { to: toList(row.recipients) }),
    ...(row.edited !== null && { edited: row.edited }),
    ...(row.reactions !== null && JSON.parse(row.reactions)),
  };
}

export function toChange({ kind, seq, target, by, at, text, emoji, is_on }: ChangeRow): ChangeEvent {
  const common = { seq, target, by };
  switch (kind) {
    case 'edit':
      return { type: kind, ...common, at: at ?? 0, text: text ?? '' };
    case 'delete':
      return { type: kind, ...common, at: at ?? 0 };
    case 'reaction':
      return { type: kind, ...common, emoji: emoji ?? '', on: is_on === 1 };
  }
}

export function fromChange(event: ChangeEvent, readers: Readers): ChangeRow {
  return {
    seq: event.seq,
    kind: event.type,
    target: event.target,
    by: event.by,
    at: 'at' in event ? event.at : null,
    text: 'text' in event ? event.text : null,
    emoji: 'emoji' in event ? event.emoji : null,
    is_on: 'on' in event ? Number(event.on) : null,
    readers: fromList(readers),
  };
}

export const toList = (json: string): readonly MemberId[] => JSON.parse(json);

export const toReaders = (column: string | null): Readers => (column === null ? null : toList(column));

/** A list as a column, or null for everybody. */
export const fromList = (ids: readonly MemberId[] | null | undefined) => (ids ? JSON.stringify(ids) : null);
