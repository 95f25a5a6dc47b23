/**
 * Everything that was ever done to a room's tables, in order. A step that has been deployed is never changed: add one.
 *
 * `messages` is the hot table: its key is the seq and it has no index, so that a message costs one row written.
 * Each row is a message as it now stands. `changes` is the log of what happened to them since; seqs run through both.
 */
export const steps: readonly string[] = [
  `CREATE TABLE room (
     only INTEGER PRIMARY KEY CHECK (only = 1),
     log TEXT NOT NULL
   ) STRICT;
   CREATE TABLE messages (
     seq INTEGER PRIMARY KEY,
     id TEXT NOT NULL,
     at INTEGER NOT NULL,
     author TEXT NOT NULL,
     name TEXT NOT NULL,
     text TEXT, -- null: deleted
     reply_to INTEGER,
     recipients TEXT, -- JSON list of member ids; null: everybody
     edited INTEGER,
     reactions TEXT -- JSON, as in the protocol
   ) STRICT;
   CREATE TABLE changes (
     seq INTEGER PRIMARY KEY,
     kind TEXT NOT NULL CHECK (kind IN ('edit', 'delete', 'reaction')),
     target INTEGER NOT NULL,
     by TEXT NOT NULL,
     at INTEGER,
     text TEXT,
     emoji TEXT,
     is_on INTEGER,
     readers TEXT -- JSON list of member ids; null: everybody
   ) STRICT;
   CREATE INDEX edits_by_target ON changes (target) WHERE kind = 'edit';
   CREATE TABLE reactions (
     target INTEGER NOT NULL,
     emoji TEXT NOT NULL,
     member TEXT NOT NULL,
     PRIMARY KEY (target, emoji, member)
   ) STRICT, WITHOUT ROWID;`,
];
