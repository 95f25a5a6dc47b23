import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './paths.ts';

/** A Worker and its Durable Objects, as wrangler.toml would name them. */
export interface WorkerPeer {
  /** From test/bench, or from wherever `..` leads. */
  readonly entry: string;
  /** Binding and class of each Durable Object. */
  readonly objects: Readonly<Record<string, string>>;
  readonly vars?: Readonly<Record<string, string>>;
}

/** What wrangler.toml tells Cloudflare, told to workerd. */
export function configOf({ objects, vars = {} }: WorkerPeer, folder: string): string {
  const list = (entries: readonly string[]) => `[${entries.join(', ')}]`;
  const classes = Object.values(objects);
  const namespaces = classes.map(
    (name) => `(className = "${name}", uniqueKey = "${name}", enableSql = true)`,
  );
  const bindings = [
    `(name = "ASSETS", service = "nothing")`,
    ...Object.entries(objects).map(([name, cls]) => `(name = "${name}", durableObjectNamespace = "${cls}")`),
    ...Object.entries(vars).map(([name, text]) => `(name = "${name}", text = "${text}")`),
  ];
  const date = compatibilityDate();
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = .main),
    (name = "nothing", worker = .nothing),
    (name = "disk", disk = (path = "${folder}", writable = true)),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
const main :Workerd.Worker = (
  modules = [(name = "worker.js", esModule = embed "worker.js")],
  compatibilityDate = "${date}",
  durableObjectNamespaces = ${list(namespaces)},
  durableObjectStorage = (localDisk = "disk"),
  bindings = ${list(bindings)},
);
const nothing :Workerd.Worker = (
  modules = [(name = "nothing.js", esModule = embed "nothing.js")],
  compatibilityDate = "${date}",
);
`;
}

/** Parlor's own, for all. */
export function compatibilityDate(): string {
  const date = /^compatibility_date = "(.+)"$/m.exec(readFileSync(join(ROOT, 'wrangler.toml'), 'utf8'))?.[1];
  if (date === undefined) throw new Error('wrangler.toml has no compatibility date.');
  return date;
}
