import * as v from 'valibot';
import { CLIENT_ID, limits } from './limits.ts';
import { settingFields } from './room-settings.ts';
import { codePoints } from './text.ts';

/** F7, S3: an id of the client's own. */
export const clientId = v.pipe(v.string(), v.regex(CLIENT_ID));

const natural = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const member = v.pipe(v.string(), v.maxLength(64));

const recipients = v.pipe(
  v.array(member),
  v.transform((ids) => [...new Set(ids)]),
  v.minLength(1),
  v.maxLength(limits.recipients),
);

/** R4: where a page lies; over HTTP the same figures come as a query. */
export const pageRange = v.pipe(
  v.object({
    before: v.optional(natural),
    after: v.optional(natural),
    around: v.optional(natural),
    limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(limits.pageMost))),
  }),
  v.check(
    ({ before, after, around }) => [before, after, around].filter((seq) => seq !== undefined).length <= 1,
    'Of before, after and around at most one.',
  ),
);

/** H3: absent, it is for good. */
const minutes = v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(limits.minutesMost)));

const reason = v.optional(
  v.pipe(
    v.string(),
    v.trim(),
    v.check((text) => codePoints(text) <= limits.reasonLength),
  ),
);

const command = <Type extends string, Fields extends v.ObjectEntries>(type: Type, fields: Fields) =>
  v.object({ type: v.literal(type), id: v.optional(clientId), ...fields });

/**
 * What a client may say, by `type`. Fields that are not named here are dropped (F3).
 * A figure that merely leads nowhere, such as the seq of no message, is of the right type: the room answers it.
 */
export const commandSchemas = {
  join: command('join', {
    name: v.optional(v.string()),
    token: v.optional(v.string()),
    log: v.optional(v.string()),
    after: v.optional(natural),
    ownerKey: v.optional(v.string()),
    password: v.optional(v.pipe(v.string(), v.maxLength(limits.passwordLength))),
    invitation: v.optional(v.string()),
    turnstile: v.optional(v.string()),
    protocol: v.optional(natural),
  }),
  send: command('send', {
    text: v.string(),
    replyTo: v.optional(v.number()),
    to: v.optional(recipients),
    since: v.optional(natural),
  }),
  edit: command('edit', { target: v.number(), text: v.string() }),
  delete: command('delete', { target: v.number() }),
  react: command('react', { target: v.number(), emoji: v.string(), on: v.boolean() }),
  typing: command('typing', { on: v.boolean() }),
  rename: command('rename', { name: v.string() }),
  page: v.intersect([command('page', {}), pageRange]),
  search: command('search', { query: v.string(), before: v.optional(natural) }),
  kick: command('kick', { member, reason }),
  ban: command('ban', { member, minutes, reason, erase: v.optional(v.boolean()) }),
  unban: command('unban', { member, only: v.optional(v.literal('address')) }),
  mute: command('mute', { member, minutes, reason }),
  unmute: command('unmute', { member }),
  admit: command('admit', { member }),
  appoint: command('appoint', { member, role: v.picklist(['owner', 'moderator', 'member']) }),
  settings: command('settings', settingFields),
  destroy: command('destroy', { room: v.string() }),
  log: command('log', { before: v.optional(natural) }),
  standings: command('standings', {}),
} as const;

export type CommandType = keyof typeof commandSchemas;

/** One command of that type, as it may be taken without another look. */
export type ClientMessageOf<Type extends CommandType> = v.InferOutput<(typeof commandSchemas)[Type]>;

/** What goes up: one union, told apart by `type`. */
export type ClientMessage = { [Type in CommandType]: ClientMessageOf<Type> }[CommandType];

/** Where a page lies: at most one of `before`, `after`, `around`. */
export type PageRange = v.InferOutput<typeof pageRange>;
