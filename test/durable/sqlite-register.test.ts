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
