import { expect } from 'vitest';
import { PUBLIC } from '../../support/live-aside.ts';
import {
  classic,
  expectNoHole,
  isOutsider,
  native,
  OUTSIDERS,
  ranges,
  STANDING,
  type Surface,
  upTo,
  watched,
} from './looking.ts';

/** What a member of the room is told over its socket. */
export const socketSurfaces: readonly Surface[] = [
  {
    name: 'what comes live, natively',
    covers: [
      'dialect native',
      ...['message', 'edit', 'delete', 'reaction', 'presence', 'typing'].map((type) => `message ${type}`),
    ],
    look: watched,
    outsiders: ['eve', 'owner', 'guest'],
    insiders: {
      ann: [...STANDING.ann, 'first', 'gone'],
      bob: [...STANDING.bob, 'first', 'gone'],
    },
    everybody: PUBLIC,
  },
  {
    name: 'what comes live, classically',
    covers: ['dialect classic'],
    look: watched,
    outsiders: ['fred'],
    insiders: { cleo: ['first', 'classic', 'last'] },
    everybody: PUBLIC,
  },
  {
    name: 'a welcome',
    covers: ['command join', 'message welcome'],
    look: native(),
    outsiders: OUTSIDERS,
    insiders: STANDING,
    everybody: PUBLIC,
  },
  {
    name: 'the history after a classic login',
    covers: ['dialect classic'],
    look: classic(),
    outsiders: ['newcomer'],
    everybody: PUBLIC,
  },
  {
    name: 'the history after a first word',
    covers: ['dialect classic'],
    look: async (aside) => {
      const eyes = aside.eyes();
      const client = await eyes.opensClassic();
      client.says('hello');
      await client.hears({ type: 'user', content: 'hello' });
      return eyes;
    },
    changes: true,
    outsiders: ['newcomer'],
    everybody: PUBLIC,
  },
  {
    name: 'a resume from every cursor',
    covers: ['command join', 'message welcome'],
    look: async (aside, who) => {
      const eyes = aside.eyes();
      const { log, head } = aside;
      for (let after = 0; after <= head; after++) {
        const { welcome } = await eyes.joins({ ...aside.claims(who), log, after });
        expect(welcome.resumed).toBe(true);
        if (isOutsider(who)) {
          const seqs = welcome.events?.map(({ seq }) => seq);
          expect(seqs).toEqual(upTo(head).filter((seq) => seq > after && !aside.hidden.includes(seq)));
        }
      }
      return eyes;
    },
    outsiders: OUTSIDERS,
    insiders: STANDING,
    everybody: PUBLIC,
  },
  {
    name: 'a page from every seq',
    covers: ['command page', 'message page'],
    look: native(async (client, aside, who) => {
      client.says(ranges(aside).map((range, at) => ({ type: 'page', id: `p${at}`, ...range })));
      for (const [at, range] of ranges(aside).entries()) {
        const page = await client.hears({ type: 'page', id: `p${at}` });
        if (isOutsider(who)) expectNoHole(page, range, aside);
      }
    }),
    outsiders: OUTSIDERS,
    insiders: STANDING,
    everybody: PUBLIC,
  },
  {
    name: 'what a search finds from every seq',
    covers: ['command search', 'message found'],
    look: native(async (client, aside, who) => {
      const queries = ['secret', 'good', 'a', 'classic client'];
      const searches = queries.flatMap((query) => [
        { query },
        ...upTo(aside.head + 1).map((before) => ({ query, before })),
      ]);
      client.says(searches.map((search, at) => ({ type: 'search', id: `s${at}`, ...search })));
      for (const [at, { query }] of searches.entries()) {
        const { messages, more } = await client.hears({ type: 'found', id: `s${at}` });
        expect(more).toBe(false);
        if (isOutsider(who) && query !== 'good' && query !== 'a') expect(messages).toEqual([]);
      }
    }),
    outsiders: OUTSIDERS,
    insiders: STANDING,
    everybody: PUBLIC,
  },
];
