import { expect } from 'vitest';
import { SECRET_IDS } from '../../support/live-aside.ts';
import {
  answersTo,
  classic,
  isOutsider,
  meddlings,
  NOWHERE,
  native,
  OUTSIDERS,
  type Surface,
} from './looking.ts';

/** H3 to H10, without what would end the room. */
const hostsCommands = {
  kick: { member: 'nobody' },
  ban: { member: 'nobody', erase: true },
  unban: { member: 'nobody' },
  mute: { member: 'nobody' },
  unmute: { member: 'nobody' },
  admit: { member: 'nobody' },
  appoint: { member: 'nobody', role: 'moderator' },
  settings: { title: 'Theirs' },
  destroy: { room: 'another' },
  log: {},
  standings: {},
};

/** How somebody is answered who tries what is not theirs. */
export const answerSurfaces: readonly Surface[] = [
  {
    name: 'an answer to meddling',
    covers: [...['send', 'edit', 'delete', 'react'].map((type) => `command ${type}`), 'message error'],
    look: native(async (client, aside) => {
      const expected = await answersTo(client, meddlings(NOWHERE));
      const answers = await answersTo(client, aside.hidden.flatMap(meddlings));
      expect(answers).toEqual(aside.hidden.flatMap(() => expected));
      const [toWhatIsThere] = await answersTo(client, meddlings(6).slice(0, 1));
      expect(toWhatIsThere).toMatchObject({ code: 'forbidden' });
      expect((await client.posts('next')).seq).toBe(aside.head + 1);
    }),
    changes: true,
    outsiders: OUTSIDERS,
  },
  {
    name: 'an answer to an id of theirs',
    covers: ['command send', 'message message'],
    look: native(async (client, _, who) => {
      for (const id of SECRET_IDS) {
        const { text, from } = await client.posts('mine', { id, since: 0 });
        if (isOutsider(who)) expect([text, from.id]).toEqual(['mine', client.id]);
      }
    }),
    changes: true,
    outsiders: OUTSIDERS,
    insiders: { ann: ['edited', 'last'] },
  },
  {
    name: 'an answer that nothing changes',
    covers: ['command react', 'message done'],
    look: native(async (client, aside) => {
      const unset = { type: 'react', emoji: '🎉', on: false };
      client.says({ ...unset, id: 'd', target: 2 });
      await client.hears({ type: 'done', id: 'd' });
      for (const target of aside.hidden) {
        client.says({ ...unset, id: `d${target}`, target });
        await client.hears({ type: 'error', id: `d${target}`, code: 'not_found' });
      }
    }),
    outsiders: OUTSIDERS,
  },
  {
    name: "what a host's commands are answered",
    covers: [
      ...Object.keys(hostsCommands).map((type) => `command ${type}`),
      ...['moderation', 'log', 'standings'].map((type) => `message ${type}`),
    ],
    look: native(async (client) => {
      for (const [type, fields] of Object.entries(hostsCommands)) client.says({ type, ...fields });
      await client.hasHeardAll();
    }),
    changes: true,
    outsiders: OUTSIDERS,
  },
  {
    name: 'what typing and another name do',
    covers: ['command typing', 'command rename', 'message presence'],
    look: native(async (client) => {
      client.says({ type: 'typing', on: true });
      client.says({ type: 'rename', name: 'Annabel' });
      const { changed } = await client.hears({ type: 'presence' });
      expect(changed).toEqual([{ id: client.id, name: 'Annabel 2' }]);
    }),
    changes: true,
    outsiders: OUTSIDERS,
  },
  {
    name: 'why a connection is closed',
    covers: ['message error', 'dialect native', 'dialect classic'],
    look: async (aside, who) => {
      const eyes = aside.eyes();
      const [large, broken, gone] = [
        await eyes.joins(aside.claims(who)),
        await eyes.joins(aside.claims(who)),
        await eyes.joins(aside.claims(who)),
      ];
      large.saysRaw('x'.repeat(70_000));
      expect((await large.isClosed()).code).toBe(1009);
      for (let fault = 1; fault <= 10; fault++) broken.saysRaw('no JSON');
      expect((await broken.isClosed()).code).toBe(4400);
      gone.leaves(4000, 'bye');
      await gone.isClosed();
      const bare = await eyes.logsIn('Greg');
      bare.says('x'.repeat(70_000));
      expect(await bare.isClosed()).toBe(1009);
      return eyes;
    },
    outsiders: OUTSIDERS,
  },
  {
    name: 'the sentences of classic errors',
    covers: ['dialect classic'],
    look: classic(async (client) => {
      for (const frame of [
        '@Carol psst',
        '@Annabel ',
        { type: 'login', content: 'Annabel' },
        { type: 'user' },
        { type: 'page', before: 2 },
        { type: 'edit', target: 1, text: 'x' },
      ]) {
        client.says(frame);
        await client.hears({ type: 'error' });
      }
    }),
    outsiders: ['newcomer'],
  },
  {
    name: 'an answer before the join',
    covers: ['message error'],
    look: async (aside) => {
      const eyes = aside.eyes();
      const client = await eyes.opens();
      const others = [
        { type: 'page' },
        { type: 'search', query: 'secret' },
        { type: 'typing', on: true },
        { type: 'rename', name: 'Annabel' },
      ];
      for (const answer of await answersTo(client, [...meddlings(1), ...others])) {
        expect(answer).toMatchObject({ code: 'not_joined' });
      }
      return eyes;
    },
    outsiders: ['anybody'],
  },
];
