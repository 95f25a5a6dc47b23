/** `node test/support/brought-along.ts`: the table of docs/decisions/24-dependencies.md as it is now, but for the reasons. */
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

type Names = Readonly<Record<string, unknown>>;

interface Locked {
  readonly dependencies?: Names;
  readonly optionalDependencies?: Names;
  readonly peerDependencies?: Names;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
}

const { packages } = read<{ packages: Readonly<Record<string, Locked>> }>('package-lock.json');
const { dependencies, devDependencies } = read<{ dependencies: Names; devDependencies: Names }>(
  'package.json',
);

/** What package.json asks for, by name. */
export const named = [...Object.keys(dependencies), ...Object.keys(devDependencies)];

/** How many other packages come with it on any machine, those of one platform apart. */
export function othersWith(name: string): number {
  return (
    reached(`node_modules/${name}`, ({ dependencies, ...locked }) => [dependencies, peersOf(locked)]).size - 1
  );
}

/** Unpacked, in MB, with all that comes with it on this machine. */
function megabytesWith(name: string): number {
  const whole = ({ dependencies, optionalDependencies, ...locked }: Locked) => [
    ...[dependencies, optionalDependencies],
    peersOf(locked),
  ];
  return [...reached(`node_modules/${name}`, whole)].reduce((sum, path) => sum + bytesOf(path), 0) / 1e6;
}

/** The packages that one comes to by these edges, itself among them, each by its place in the lock. */
function reached(start: string, edges: (locked: Locked) => readonly (Names | undefined)[]): Set<string> {
  const found = new Set<string>();
  const visit = (path: string) => {
    if (found.has(path)) return;
    found.add(path);
    for (const name of edges(packages[path] ?? {}).flatMap((names) => Object.keys(names ?? {}))) {
      const next = placeOf(name, path);
      if (next !== undefined) visit(next);
    }
  };
  visit(start);
  return found;
}

function peersOf({ peerDependencies = {}, peerDependenciesMeta = {} }: Locked): Names {
  const needed = Object.entries(peerDependencies).filter(([name]) => !peerDependenciesMeta[name]?.optional);
  return Object.fromEntries(needed);
}

/** As Node looks for it: beside whoever asks, then further out. */
function placeOf(name: string, from: string): string | undefined {
  const nested = from.split('/node_modules/').map((_, depth, parts) => parts.slice(0, depth + 1));
  const places = ['', ...nested.map((parts) => `${parts.join('/node_modules/')}/`)].reverse();
  return places.map((place) => `${place}node_modules/${name}`).find((path) => path in packages);
}

function bytesOf(path: string): number {
  if (!existsSync(join(ROOT, path))) return 0;
  const files = globSync('**/*', {
    cwd: join(ROOT, path),
    exclude: (file) => `${file}`.startsWith('node_modules'),
  });
  const found = files.map((file) => statSync(join(ROOT, path, file))).filter((entry) => entry.isFile());
  return found.reduce((sum, { size }) => sum + size, 0);
}

function read<Content>(path: string): Content {
  return JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const name of named) {
    console.log(`| \`${name}\` | … | ${othersWith(name)} | ${megabytesWith(name).toFixed(1)} |`);
  }
}
