/** What a line to a room is doing. `Line` (state.ts) tells people the same, but for what they need not tell apart. */
export type LineState = 'idle' | 'opening' | 'joining' | 'live' | 'waiting' | 'refused' | 'ended';

/**
 * What can happen to a line: its owner wants it (`open`) or not (`close`), the device woke (`wake`), the socket is there
 * (`opened`), the room said yes (`welcomed`) or no (`refused`), the socket is gone and worth another try (`lost`) or not
 * (`dismissed`), the wait is over (`waited`).
 */
export type LineEvent =
  | 'open'
  | 'close'
  | 'wake'
  | 'opened'
  | 'welcomed'
  | 'refused'
  | 'lost'
  | 'dismissed'
  | 'waited';

const gone = { lost: 'waiting', dismissed: 'ended', close: 'idle' } as const;
const given = { open: 'opening', close: 'idle' } as const;

/** Every way from one state to another (PROTOCOL.md sections 3 and 6). An event that is not named there changes nothing. */
export const transitions: Readonly<Record<LineState, Readonly<Partial<Record<LineEvent, LineState>>>>> = {
  idle: { open: 'opening' },
  opening: { opened: 'joining', ...gone },
  joining: { welcomed: 'live', refused: 'refused', ...gone },
  live: gone,
  waiting: { waited: 'opening', wake: 'opening', ...given },
  refused: given,
  ended: given,
};
