import type { Member, Welcome } from '../../src/protocol/server-message.ts';

const FIRST = [
  'Aiko',
  'Bilal',
  'Carmen',
  'Dmitri',
  'Élodie',
  'Farah',
  'Grace',
  'Hiro',
  'Ines',
  'Jonas',
  '小龙',
];
const LAST = ['Abe', 'Brandt', 'Chevalier', 'Diallo', 'Eze', 'Fischer', 'García', 'Haddad', 'Ito'];
const SAID = [
  'Good morning from Lagos!',
  'Can everybody hear the stream? I have picture, no sound.',
  'Sound is fine here.',
  'Reload once, that helped me.',
  'Where are the slides?',
  'Pinned on the first page, and in the mail of this morning.',
  'Thank you!',
  'Is there a recording for those of us who have to leave at four?',
  'Yes, it will be up tonight.',
  'The second question was the best one so far.',
  '👏👏👏',
  'Greetings from Montréal, where it is far too early.',
];

const people: readonly Member[] = Array.from({ length: 199 }, (_, n) => ({
  id: `crowd-${n}`,
  name: `${FIRST[n % FIRST.length]} ${LAST[n % LAST.length]}`,
}));

/** A frame as it comes, but for the welcome: as if 5,000 people were there, and had talked. */
export function crowded(frame: string): string {
  const all: { type: string }[] = frame.startsWith('pong') ? [] : [JSON.parse(frame)].flat();
  const welcome = all.find(({ type }) => type === 'welcome') as Welcome | undefined;
  if (!welcome) return frame;
  const now = Date.now();
  const messages = SAID.map((text, n) => ({
    type: 'message' as const,
    seq: n + 1,
    id: `said-${n}`,
    at: now - (SAID.length - n) * 40_000,
    from: people[(n * 17) % people.length] as Member,
    text,
  }));
  const room = { ...welcome.room, head: messages.length };
  return JSON.stringify({
    ...welcome,
    room,
    messages,
    members: [...welcome.members, ...people],
    count: 5_000,
  });
}
