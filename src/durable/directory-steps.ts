/**
 * Everything that was ever done to the directory's tables, in order; see schema-steps.ts. One row a room, and one a room
 * and day, found by the day: what is too old is deleted without a look at the rest.
 */
export const directorySteps: readonly string[] = [
  `CREATE TABLE rooms (
     room TEXT PRIMARY KEY,
     members INTEGER NOT NULL,
     head INTEGER NOT NULL,
     bytes INTEGER NOT NULL,
     is_locked INTEGER NOT NULL,
     active_at INTEGER NOT NULL -- Unix ms
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE days (
     day TEXT NOT NULL, -- YYYY-MM-DD, UTC
     room TEXT NOT NULL,
     rows_read INTEGER NOT NULL,
     rows_written INTEGER NOT NULL,
     requests REAL NOT NULL,
     PRIMARY KEY (day, room)
   ) STRICT, WITHOUT ROWID;`,
];
