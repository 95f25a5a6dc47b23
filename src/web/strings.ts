const plurals = new Intl.PluralRules('en');
const figures = new Intl.NumberFormat('en');
const names = new Intl.ListFormat('en');

const count = (n: number, one: string, other: string) =>
  `${figures.format(n)} ${plurals.select(n) === 'one' ? one : other}`;

interface KeyGroup {
  readonly name: string;
  /** Which to press together, and what that does. */
  readonly keys: readonly (readonly [strokes: readonly string[], does: string])[];
}

/** Every sentence of the page that is not the server's, by the view that says it. */
export const strings = {
  app: 'Parlor',
  thisPrivateRoom: 'this private room',
  title: (room: string, unread: number, forYou: number) =>
    [
      forYou > 0 && `@${figures.format(forYou)}`,
      unread > 0 && `(${figures.format(unread)})`,
      `${room} · Parlor`,
    ]
      .filter(Boolean)
      .join(' '),
  start: {
    promise: 'Every link is a room.',
    how: 'Name one and send the link. Whoever opens it is talking five seconds later, without an account, and what was said is there when they come back.',
    room: 'Room',
    example: 'book-club',
    open: 'Open room',
    create: 'New private room',
    createHint: 'Gets a link that nobody can guess.',
    creating: 'Making a room…',
    createFailed: 'The room could not be made. Try again in a moment.',
    recent: 'Recent rooms',
    forget: (room: string) => `Forget ${room}`,
    privateRoom: (letters: string) => `Private room ${letters}…`,
    fresh: (n: number, isMore: boolean) => `${figures.format(n)}${isMore ? '+' : ''} new`,
    active: (ago: string) => `Active ${ago}`,
    visited: (ago: string) => `Last visit ${ago}`,
    noName: 'A room has a name.',
    suggestion: (name: string) => `How about “${name}”?`,
  },
  noRoom: {
    name: ['That is not a room', "A room's name has 1 to 64 letters, digits, hyphens or underscores."],
    issued: [
      'There is no such room',
      'A private room opens only by its exact link. This one was never made, or is gone.',
    ],
    back: 'To the start page',
  },
  join: {
    title: 'Join',
    heading: (room: string) => `Join ${room}`,
    hint: 'Keep this name or type your own. No account needed.',
    name: 'Your name',
    join: 'Join',
    toWrite: 'You are only reading.',
  },
  header: {
    home: 'All rooms',
    privateRoom: 'Private room',
    people: 'Show people',
    invite: 'Invite',
  },
  transcript: {
    save: 'Save transcript',
    formats: [
      ['txt', 'Text'],
      ['json', 'JSON'],
      ['html', 'Web page'],
    ],
    note: 'Holds what everybody here can read. Private messages are left out.',
  },
  invite: {
    heading: 'Nobody has said anything yet',
    how: 'Send this link to whoever should be here.',
    link: 'Link to this room',
    qr: (link: string) => `QR code of the link to this room: ${link}`,
    toRoom: (room: string) => `Invite to ${room}`,
    copy: 'Copy link',
    copied: 'Copied',
    share: 'Share',
    kept: 'What is said here is kept until it is deleted. Whoever has the link can read it and join in.',
  },
  keys: {
    title: 'Keyboard',
    close: 'Close',
    groups: [
      {
        name: 'Writing',
        keys: [
          [['Enter'], 'Send the message'],
          [['Shift', 'Enter'], 'Begin a new line'],
          [['↑'], 'In an empty box: edit your last message'],
          [['Esc'], 'Give up an edit, a reply or a private message; your draft stays'],
          [['Shift', 'Tab'], 'Go to the messages'],
        ],
      },
      {
        name: 'Messages',
        keys: [
          [['↑'], 'The message above'],
          [['↓'], 'The message below'],
          [['Home'], 'The first one'],
          [['End'], 'The last one'],
          [['R'], 'Reply to it'],
          [['E'], 'Edit it, if it is yours'],
          [['+'], 'React to it'],
          [['Tab'], 'Go to all that can be done with it'],
        ],
      },
      { name: 'Anywhere but in a text box', keys: [[['?'], 'Show these keys']] },
    ] as readonly KeyGroup[],
  },
  line: {
    live: 'Connected',
    connecting: 'Connecting…',
    reconnecting: 'Connection lost. Reconnecting…',
    lost: 'Connection lost.',
    again: (seconds: number) => `Trying again in ${count(seconds, 'second', 'seconds')}.`,
    tryNow: 'Try now',
    ended: {
      4400: 'The room could not understand this page. Reload to try again.',
      4403: 'You were removed from this room.',
      4404: 'This room is gone.',
      4426: 'This page is older than the room. Reload it to go on.',
      4429: 'You were disconnected for sending too much at once. Reload to come back.',
    } as Readonly<Record<number, string>>,
    endedElse: 'The room has closed the connection. Reload to come back.',
    reload: 'Reload',
  },
  messages: {
    log: 'Messages',
    older: 'Loading earlier messages…',
    beginning: (room: string) => `This is where ${room} begins.`,
    fresh: 'New messages',
    freshCount: (n: number) => count(n, 'new message', 'new messages'),
    latest: 'Jump to latest',
    below: (n: number) => count(n, 'new message below', 'new messages below'),
    label: (name: string, time: string) => `${name}, ${time}`,
    edited: 'edited',
    deleted: 'Message deleted',
    privateTo: (people: string) => `Private · to ${people}`,
    privateLabel: (label: string, people: string) => `${label}, private, to ${people}`,
    mentionsYou: 'Mentions you:',
    mentionLabel: (label: string) => `${label}, mentions you`,
    earlier: 'An earlier message',
    repliesTo: 'In answer to',
  },
  delivery: {
    sending: 'Sending…',
    waiting: 'Will be sent once the connection is back',
    failed: 'Not sent',
    again: 'Try again',
    discard: 'Discard',
  },
  actions: {
    toolbar: 'Message actions',
    react: 'React',
    reactWith: 'Choose a reaction',
    reply: 'Reply',
    edit: 'Edit',
    delete: 'Delete',
    back: 'Back',
    failed: 'That did not work.',
  },
  composer: {
    label: 'Message',
    placeholder: (room: string) => `Message ${room}`,
    send: 'Send',
    save: 'Save',
    editing: 'Editing your message',
    replying: (name: string) => `Replying to ${name}`,
    giveUp: 'Cancel',
    sendTo: (people: string) => `Send privately to ${people}`,
    onlyFor: (people: string) => `Only ${people} will see this.`,
    editingFor: (people: string) => `Editing a private message. Only ${people} will see this.`,
    absent: (people: string, n: number) =>
      `${people} ${n === 1 ? 'is' : 'are'} away and will see it on coming back.`,
    toAllInstead: 'Send to everybody instead',
    forAll: 'What you write now goes to everybody.',
    sentTo: (people: string) => `Sent to ${people} alone. The next message goes to everybody.`,
    nobody: (name: string) => `Nobody called “${name}” is here.`,
    nobodyKnown: (name: string) => `Among those known to be here, nobody is called “${name}”.`,
    notSent: 'Nothing was sent.',
    toAll: 'Send to everybody',
    change: 'Change the name',
    left: (n: number) => `${figures.format(n)} left`,
    over: (n: number) => `${figures.format(n)} too many`,
  },
  typing: (people: string[]) =>
    people.length > 3
      ? 'Several people are typing…'
      : `${names.format(people)} ${people.length === 1 ? 'is' : 'are'} typing…`,
  people: {
    title: 'People',
    you: 'you',
    somebody: 'somebody',
    write: (people: string) => `Message ${people} privately`,
    list: (people: string[]) => names.format(people),
    role: { owner: 'owner', moderator: 'moderator', member: '' },
    crowd: (shown: number, all: number) => `${figures.format(shown)} of ${figures.format(all)}`,
    rename: 'Change your name',
    name: 'Your name',
    save: 'Save name',
    cancel: 'Cancel',
    close: 'Close',
  },
  alerts: {
    title: 'Notifications',
    kind: { notification: 'Desktop notifications', sound: 'Sound' },
    reach: { nothing: 'Off', forUs: 'Mentions and private messages', all: 'All messages' },
    hint: 'Only while this room is open in a tab that you are not looking at.',
    denied: 'This browser blocks notifications from this site. Allow them in its settings for the site.',
    missing: 'This browser shows no notifications here.',
    said: (name: string, room: string) => `${name} · ${room}`,
    saidPrivately: (name: string, room: string) => `${name}, privately · ${room}`,
  },
  announce: {
    said: (name: string, text: string) => `${name}: ${text}`,
    saidPrivately: (name: string, text: string) => `${name}, privately: ${text}`,
    many: (n: number) => count(n, 'new message', 'new messages'),
  },
};
