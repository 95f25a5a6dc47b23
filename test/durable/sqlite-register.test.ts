import { expect, it } from 'vitest';
import { SqliteRegister } from '../../src/durable/sqlite-register.ts';
import { SqliteTranscript } from '../../src/durable/sqlite-transcript.ts';
import { aRoom, within } from '../support/live-client.ts';
import { describeRegister } from '../support/register-contract.ts';

describeRegister('The one in SQLite', (check) =>
  within(aRoom(), (_, { storage }) => {
    const transcript = () => new SqliteTranscript(storage);
    check({ transcript, register: () => new SqliteRegister(storage, () => transcript().log !== null) });
  }),
);

it('where a transaction failed, tells what is stored, once it is reloaded', () =>
  within(aRoom(), (_, { storage }) => {
    new SqliteTranscript(storage).begin('log');
    const register = new SqliteRegister(storage, () => true);
    const fails = () => {
      register.set('mod', { name: 'Mod', role: 'moderator' });
      expect(register.hosts).toEqual({ mod: 'moderator' });
      throw new Error('no disk');
    };
    expect(() => storage.transactionSync(fails)).toThrow('no disk');
    register.reload();
    expect([register.hosts, register.of('mod')]).toEqual([{}, undefined]);
  }));
