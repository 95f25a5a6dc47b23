import { globSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** The seqs that the room's tables hold, ascending, read from the state folder of a server that has stopped. */
export function seqsOnDisk(state: string): readonly number[] {
  const rooms = globSync('**/*RoomObject*/*.sqlite', { cwd: state }).filter(
    (path) => !path.includes('metadata'),
  );
  const seqs = rooms.flatMap((path) => {
    const database = new DatabaseSync(join(state, path), { readOnly: true });
    try {
      const query = 'SELECT seq FROM messages UNION ALL SELECT seq FROM changes ORDER BY seq';
      return database
        .prepare(query)
        .all()
        .map(({ seq }) => Number(seq));
    } finally {
      database.close();
    }
  });
  return seqs;
}
