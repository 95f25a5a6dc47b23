import type { ClientMessageOf } from '../../protocol/client-message.ts';
import { refusal } from '../../protocol/codes.ts';
import { limits } from '../../protocol/limits.ts';
import { withSettings } from '../../protocol/room-settings.ts';
import type { ModerationEvent } from '../../protocol/server-message.ts';
import type { Outcome } from '../effect.ts';
import type { Keeping } from '../register.ts';
import { done, moderates, type Turn, tellReaders } from '../turn.ts';

/** A `settings` whose password was exchanged for a hash at the edge. */
export type Settings = Omit<ClientMessageOf<'settings'>, 'password'> & { readonly passwordHash?: string };

/** H4: what a moderator may set; an owner sets all. */
const OF_MODERATORS = ['locked', 'knownOnly', 'slowMode'];

/** H4 to H6. */
export function settings(turn: Turn, { type: _, id, passwordHash, ...changes }: Settings): Outcome {
  const { register, transcript, speaker, roster, now } = turn;
  if (!mayChange(turn, { ...changes, ...(passwordHash !== undefined && { passwordHash }) })) {
    return refusal('forbidden');
  }
  const before = register.keeping;
  const after = kept(before, changes, passwordHash);
  if (after.settings.access === 'password' && after.passwordHash === undefined) {
    return refusal('bad_frame', { message: 'Say which password.' });
  }
  if (JSON.stringify(after) === JSON.stringify(before)) return done(turn, id);
  const event: ModerationEvent = {
    type: 'moderation',
    seq: transcript.head + 1,
    at: now,
    by: speaker.id,
    action: 'settings',
    settings: after.settings,
  };
  transcript.transaction(() => {
    register.keep(after);
    if (after.settings.knownOnly && !before.settings.knownOnly) register.knowAuthors(now - limits.knownAfter);
    if (after.settings.hidesHistory && !before.settings.hidesHistory) register.openHistory(roster.all());
    if (after.doorGeneration !== before.doorGeneration) register.forgetAdmitted();
    transcript.moderate(event, speaker, null);
  });
  return [tellReaders(turn, event, null), ...done(turn, id)];
}

function mayChange({ role }: Turn, changes: object): boolean {
  if (role === 'owner') return true;
  return moderates(role) && Object.keys(changes).every((name) => OF_MODERATORS.includes(name));
}

function kept(before: Keeping, changes: object, passwordHash: string | undefined): Keeping {
  const settings = withSettings(before.settings, { ...changes });
  const { passwordHash: earlier, ...rest } = before;
  const hash = settings.access === 'password' ? (passwordHash ?? earlier) : undefined;
  const isAskedAnew = before.settings.access !== settings.access || earlier !== hash;
  return {
    ...rest,
    settings,
    ...(isAskedAnew && { doorGeneration: (before.doorGeneration ?? 0) + 1 }),
    ...(hash !== undefined && { passwordHash: hash }),
  };
}
