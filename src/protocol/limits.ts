/** Every figure that both sides of the wire must agree on, in one place, but for those of a search. Rule numbers are those of PROTOCOL.md. */
export const limits = {
  /** F4: bytes of one client frame. */
  frameBytes: 65_536,
  /** R2, R4: bytes of one answer that reads the transcript. */
  answerBytes: 262_144,
  /** S4: code points of a message, after trimming. */
  textLength: 4_000,
  /** J4: code points of a display name. */
  nameLength: 32,
  /** A3: code points of a room's name. */
  roomLength: 64,
  /** J5, R4: messages of a page where nothing else is asked. */
  pageDefault: 50,
  /** R4: messages of a page at most. */
  pageMost: 100,
  /** J6, P1: members that a roster lists; a room of more is a crowd. */
  rosterMost: 200,
  /** J5: bytes of a welcome in a crowd. */
  crowdWelcomeBytes: 20_000,
  /** R2: events that a resume may bring. */
  resumeEvents: 1_000,
  /** S3: events among which a duplicate without `since` is found. */
  duplicateEvents: 1_000,
  /** S6: recipients of a private message. */
  recipients: 20,
  /** S8: different emoji on one message. */
  emojiPerMessage: 20,
  /** S8: member ids listed for one emoji. */
  reactorsListed: 50,
  /** J1: ms that a connection may take to join. */
  joinWithin: 15_000,
  /** P2: ms after which a typing signal lapses. */
  typingLapse: 6_000,
  /** F5, E1: ms over which faults and refusals are counted. */
  strikeWindow: 60_000,
  /** F5: bad frames within the window that end a connection. */
  faults: 10,
  /** E1: refused commands within the window that end all of a member's connections. */
  refusals: 300,
  /** E1: frames of a connection that may wait for one that takes its time. */
  framesWaiting: 64,
  /** E2: how many members at E1's rates one address bears. */
  membersPerAddress: 20,
  /** H4: code points. */
  titleLength: 80,
  welcomeLength: 1_000,
  /** H3: code points of the reason that hosts read. */
  reasonLength: 200,
  /** H4: s. */
  slowModeMost: 21_600,
  /** H4: days, ten years. */
  keepDaysMost: 3_650,
  /** H3: minutes of a ban or a mute that ends, a year. */
  minutesMost: 525_600,
  /** H5: characters. */
  passwordLength: 200,
  /** H2, H5: passwords and wrong keys that an address may try at once, and a minute on average; and all addresses together. */
  passwordTries: 5,
  passwordTriesOfAll: 60,
  /** H7: responses of Turnstile that may be shown from one address at once, and a minute on average; and by all together. */
  personTries: 30,
  personTriesOfAll: 600,
  /** H6: ms before the brake is pulled within which having written does not make one known. */
  knownAfter: 600_000,
  /** H8: entries of one answer. */
  logPage: 50,
} as const;

/** J1: the protocol that this code speaks, and the oldest that it still serves. */
export const PROTOCOL = 1;
export const OLDEST_PROTOCOL = 1;

/** F7, S3: an id of the client's own. */
export const CLIENT_ID = /^[\w-]{1,64}$/;

/** A2: the WebSocket subprotocol of this dialect. */
export const SUBPROTOCOL = 'parlor.v1';

/** F6: answered by the platform without waking the room; the text is exact. */
export const PING = 'ping';
export const PONG = 'pong';
