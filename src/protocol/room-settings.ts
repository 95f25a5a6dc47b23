import * as v from 'valibot';
import { limits } from './limits.ts';
import { codePoints } from './text.ts';

/** H5: who may enter. `open`: whoever has the link. */
export const accesses = ['open', 'password', 'invitation'] as const;
export type Access = (typeof accesses)[number];

/** H4: how a room is kept by its hosts, as everybody there may know it. What is not set is absent. */
export interface RoomSettings {
  readonly title?: string;
  /** Read by whoever comes. */
  readonly welcome?: string;
  /** Only hosts write. */
  readonly locked?: true;
  /** The brake: only those write who did so before it was pulled, and hosts. */
  readonly knownOnly?: true;
  /** Seconds between two messages of one member; hosts are free of it. */
  readonly slowMode?: number;
  /** Absent: open. */
  readonly access?: Exclude<Access, 'open'>;
  /** Newcomers read from their first join on. */
  readonly hidesHistory?: true;
  /** Days after which messages are deleted. */
  readonly keepDays?: number;
}

const line = (most: number) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.check((text) => codePoints(text) <= most, `At most ${most} characters.`),
  );

const upTo = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most));

/** H4: what a host may set; what is empty, 0, false or `open` is set back. */
export const settingFields = {
  title: v.optional(line(limits.titleLength)),
  welcome: v.optional(line(limits.welcomeLength)),
  locked: v.optional(v.boolean()),
  knownOnly: v.optional(v.boolean()),
  slowMode: v.optional(upTo(limits.slowModeMost)),
  access: v.optional(v.picklist(accesses)),
  /** H5: together with `access: "password"`. */
  password: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(limits.passwordLength))),
  hidesHistory: v.optional(v.boolean()),
  keepDays: v.optional(upTo(limits.keepDaysMost)),
};

/** Settings as they are once some are set anew. */
export function withSettings(
  settings: RoomSettings,
  changes: Readonly<Record<string, unknown>>,
): RoomSettings {
  const after = Object.entries({ ...settings, ...changes });
  return Object.fromEntries(after.filter(([, value]) => value && value !== 'open'));
}
