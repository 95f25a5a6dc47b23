import { fieldsOf } from '../../protocol/fields.ts';
import type { Member } from '../../protocol/server-message.ts';
import { read, roomKey, write } from './kept.ts';

/** Whom a private message is for. */
export interface Audience {
  readonly people: readonly Member[];
  /** Whether the messages after it are for them too, until somebody takes the address off. */
  readonly lasts: boolean;
  /** The address as it stood in the text, to be put back where the text is for everybody after all. */
  readonly written?: string;
}

export interface Draft {
  readonly text: string;
  /** Absent where it is for everybody. */
  readonly audience?: Audience | undefined;
}

export function keptDraft(room: string): Draft {
  return privateDraft(read(roomKey('private-draft', room))) ?? { text: read(roomKey('draft', room)) ?? '' };
}

/** A private draft never lies where a public one is looked for: whatever fails on the way, it does not come back as one. */
export function keepDraft(room: string, draft: Draft): void {
  write(roomKey('draft', room), draft.audience ? '' : draft.text);
  write(roomKey('private-draft', room), draft.audience ? JSON.stringify(draft) : '');
}

function privateDraft(kept: string | undefined): Draft | undefined {
  try {
    const draft: unknown = JSON.parse(kept ?? 'null');
    return isPrivateDraft(draft) ? draft : undefined;
  } catch {
    return undefined;
  }
}

function isPrivateDraft(value: unknown): value is Draft {
  const { text, audience } = fieldsOf(value);
  const { people } = fieldsOf(audience);
  return typeof text === 'string' && Array.isArray(people) && people.length > 0 && people.every(isMember);
}

function isMember(value: unknown): boolean {
  const { id, name } = fieldsOf(value);
  return typeof id === 'string' && typeof name === 'string';
}
