import { fieldsOf } from '../../protocol/fields.ts';
import type { Member } from '../../protocol/server-message.ts';
import { read, write } from './kept.ts';

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

const openKey = (room: string) => `parlor:draft:${room}`;
const privateKey = (room: string) => `parlor:private-draft:${room}`;

export function keptDraft(room: string): Draft {
  return privateDraft(read(privateKey(room))) ?? { text: read(openKey(room)) ?? '' };
}

/** A private draft never lies where a public one is looked for: whatever fails on the way, it does not come back as one. */
export function keepDraft(room: string, draft: Draft): void {
  write(openKey(room), draft.audience ? '' : draft.text);
  write(privateKey(room), draft.audience ? JSON.stringify(draft) : '');
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
