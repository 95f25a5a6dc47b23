const plurals = new Intl.PluralRules('en');
const figures = new Intl.NumberFormat('en');
const names = new Intl.ListFormat('en');

const count = (n: number, one: string, other: string) =>
  `${figures.format(n)} ${plurals.select(n) === 'one' ? one : other}`;

/** Every sentence of the page that is not the server's, by the view that says it. */
export const strings = {
  app: 'Parlor',
  thisPrivateRoom: 'this private room',
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
    copied: 'Link copied',
  },
  invite: {
    heading: 'Nobody has said anything yet',
    how: 'Send this link to whoever should be here.',
    link: 'Link to this room',
    copy: 'Copy link',
    copied: 'Copied',
    share: 'Share',
    kept: 'What is said here is kept until it is deleted. Whoever has the link can read it and join in.',
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
    onlyFor: (people: string[]) => `Private: ${names.format(people)}`,
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
    list: (people: string[]) => names.format(people),
    role: { owner: 'owner', moderator: 'moderator', member: '' },
    crowd: (shown: number, all: number) => `${figures.format(shown)} of ${figures.format(all)}`,
    rename: 'Change your name',
    name: 'Your name',
    save: 'Save name',
    cancel: 'Cancel',
    close: 'Close',
  },
  announce: {
    said: (name: string, text: string) => `${name}: ${text}`,
    many: (n: number) => count(n, 'new message', 'new messages'),
  },
};
