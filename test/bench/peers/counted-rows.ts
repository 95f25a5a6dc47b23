/** Every cursor since the object woke. */
const cursors: SqlStorageCursor<Record<string, SqlStorageValue>>[] = [];
let isWatched = false;

/** A Durable Object's class, whose `sql.exec` is counted. */
export function counting<Class extends new (ctx: DurableObjectState, env: never) => object>(
  Base: Class,
): Class {
  return new Proxy(Base, {
    construct: (target, [ctx, env], newTarget) => {
      watch(ctx.storage.sql);
      return Reflect.construct(target, [ctx, env], newTarget);
    },
  });
}

/** What all statements so far have read and written, as Cloudflare would bill it. */
export function rows(): { written: number; read: number } {
  return {
    written: cursors.reduce((sum, { rowsWritten }) => sum + rowsWritten, 0),
    read: cursors.reduce((sum, { rowsRead }) => sum + rowsRead, 0),
  };
}

function watch(sql: SqlStorage): void {
  if (isWatched) return;
  isWatched = true;
  const prototype: SqlStorage = Object.getPrototypeOf(sql);
  const { exec } = prototype;
  prototype.exec = function (this: SqlStorage, ...statement: [string, ...unknown[]]) {
    const cursor = exec.apply(this, statement);
    cursors.push(cursor);
    return cursor;
  } as SqlStorage['exec'];
}
