import { globSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** A message's row. */
export interface StoredMessage {
  readonly seq: number;
  readonly id: string;
  readonly text: string | null;
}

/** What the room's tables hold, ascending by seq. */
export interface Tables {
  readonly messages: readonly StoredMessage[];
  /** Seqs of edits, deletions and reactions. */
  readonly changes: readonly number[];
}

/** Reads the state folder of a server that has stopped. */
export function tablesOnDisk(state: string): Tables {
  const [path] = globSync('**/*RoomObject*/*.sqlite', { cwd: state }).filter(
    (path) => !path.includes('metadata'),
  );
  if (path === undefined) throw new Error(`No room is stored in ${state}.`);
  const database = new DatabaseSync(join(state, path), { readOnly: true, timeout: 5_000 });
  try {
    return {
      messages: database
        .prepare(
          'SELECT seq, id, text FROM messages UNION ALL SELECT seq, id, text FROM private_messages ORDER BY seq',
        )
        .all() as unknown as StoredMessage[],
      changes: database
        .prepare('SELECT seq FROM changes ORDER BY seq')
        .all()
        .map(({ seq }) => Number(seq)),
    };
  } finally {
    database.close();
  }
}
