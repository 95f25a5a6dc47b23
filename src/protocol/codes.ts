/** PROTOCOL.md section 6: each code with the sentence that a person is told where nothing better is known. */
export const errorSentences = {
  bad_frame: 'That frame is not one the room understands.',
  too_large: 'That frame is larger than 64 KiB.',
  unknown_command: 'The room knows no such command.',
  not_joined: 'Join the room first.',
  bad_name: 'A name has 1 to 32 characters that can be seen.',
  outdated: 'This client is older than the room. Load it anew.',
  bad_room: 'A room’s name has 1 to 64 letters, digits, hyphens or underscores.',
  empty: 'A message needs some text.',
  too_long: 'A message has at most 4,000 characters.',
  not_found: 'There is nothing here by that name or number.',
  forbidden: 'You may not do that.',
  rate_limited: 'That was too fast. Wait a moment.',
  muted: 'You may not write here for now.',
  banned: 'You may not enter this room.',
  locked: 'Only hosts may write here for now.',
  slow_mode: 'This room takes its time. Wait a little.',
  bad_request: 'The request is not one the server understands.',
  upgrade_required: 'This address is a WebSocket.',
  method_not_allowed: 'That method is not allowed here.',
  bad_origin: 'Pages of other sites may not do this.',
  internal: 'The room failed to do that. Nothing was stored; try again.',
} as const;

export type ErrorCode = keyof typeof errorSentences;

/** Why something asked was not done. Travels as an `error` message, or as problem+json over HTTP. */
export interface Refusal {
  readonly code: ErrorCode;
  /** A sentence for a person. */
  readonly message: string;
  /** F7: the id of the command that is answered. */
  readonly id?: string;
  /** In ms. */
  readonly retryAfter?: number;
  /** H5: what a `forbidden` join lacks. */
  readonly needs?: Need;
}

/** H5, H7: what a room may ask of whoever wants to enter. */
export type Need = 'password' | 'invitation' | 'turnstile';

export function refusal(code: ErrorCode, details: Partial<Omit<Refusal, 'code'>> = {}): Refusal {
  return { code, message: errorSentences[code], ...details };
}

/** F7: with the id of the command that it answers, where that has one. */
export function withId(why: Refusal, id: string | undefined): Refusal {
  return id === undefined ? why : { ...why, id };
}

/** WebSocket close codes of our own. 44xx are final; after 45xx a client comes back. */
export const closeCodes = {
  done: 1000,
  tooLarge: 1009,
  brokenClient: 4400,
  removed: 4403,
  roomGone: 4404,
  outdated: 4426,
  flooding: 4429,
  noJoin: 4501,
  restarting: 4503,
} as const;

/** Whether a client may come back by itself after this close code (PROTOCOL.md section 6). */
export function mayReturn(code: number): boolean {
  return code !== closeCodes.done && !(code >= 4400 && code <= 4499);
}
