/**
 * Everything that was ever done to a room's tables, in order. A step that has been deployed is never changed: add one.
 *
 * `messages` is the hot table: its key is the seq and it has no index, so that a message costs one row written.
 * Each row is a message as it now stands. `private_messages` holds those that are not for everybody, in the same columns;
 * `private_readers` finds those of one member, so that no reading passes over others'. `changes` is the log of what happened
 * to messages since, `moderation` that of what hosts did. Seqs run through all four. `standings` holds whom there is something
 * to remember of.
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
     recipients TEXT, -- JSON list of member ids; null: everybody. Since step 2 always null
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
  `CREATE TABLE private_messages (
     seq INTEGER PRIMARY KEY,
     id TEXT NOT NULL,
     at INTEGER NOT NULL,
     author TEXT NOT NULL,
     name TEXT NOT NULL,
     text TEXT, -- null: deleted
     reply_to INTEGER,
     recipients TEXT NOT NULL, -- JSON list of member ids
     edited INTEGER,
     reactions TEXT -- JSON, as in the protocol
   ) STRICT;
   CREATE TABLE private_readers (
     member TEXT NOT NULL,
     seq INTEGER NOT NULL,
     PRIMARY KEY (member, seq)
   ) STRICT, WITHOUT ROWID;
   INSERT INTO private_messages SELECT * FROM messages WHERE recipients IS NOT NULL;
   INSERT INTO private_readers
     SELECT author, seq FROM private_messages
     UNION SELECT value, seq FROM private_messages, json_each(recipients);
   DELETE FROM messages WHERE recipients IS NOT NULL;`,
  `ALTER TABLE reactions ADD COLUMN seq INTEGER NOT NULL DEFAULT 0;
   UPDATE reactions SET seq = told.seq
     FROM (SELECT target, emoji, by, max(seq) AS seq FROM changes WHERE is_on GROUP BY target, emoji, by) AS told
     WHERE told.target = reactions.target AND told.emoji = reactions.emoji AND told.by = reactions.member;`,
  `ALTER TABLE room ADD COLUMN keeping TEXT; -- JSON: how hosts keep the room; null: as it was made
   ALTER TABLE room ADD COLUMN expired INTEGER NOT NULL DEFAULT 0; -- the head when messages were last deleted for their age
   CREATE TABLE standings (
     member TEXT PRIMARY KEY,
     name TEXT NOT NULL,
     role TEXT CHECK (role IN ('owner', 'moderator')),
     banned_until INTEGER, -- Unix ms
     muted_until INTEGER,
     admitted INTEGER,
     known INTEGER,
     reads_after INTEGER -- a seq
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX hosts ON standings (member, role) WHERE role IS NOT NULL;
   CREATE TABLE banned_addresses (
     address TEXT NOT NULL, -- a keyed hash
     member TEXT NOT NULL,
     until INTEGER NOT NULL,
     PRIMARY KEY (address, member)
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE moderation (
     seq INTEGER PRIMARY KEY,
     at INTEGER NOT NULL,
     by TEXT NOT NULL,
     by_name TEXT NOT NULL,
     action TEXT NOT NULL, -- 'delete' has its event in changes
     member TEXT,
     name TEXT,
     until INTEGER,
     role TEXT,
     settings TEXT, -- JSON
     reason TEXT,
     target INTEGER,
     erased INTEGER,
     readers TEXT -- JSON list of member ids; null: everybody
   ) STRICT;
   CREATE INDEX banned_by_member ON banned_addresses (member)`,
];
