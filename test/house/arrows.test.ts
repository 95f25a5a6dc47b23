import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ARROWS } from './arrows.ts';

interface Import {
  readonly from: string;
  readonly what: string;
  readonly typeOnly: boolean;
}

const SRC = fileURLToPath(new URL('../../src/', import.meta.url));

const IMPORT =
  /^(?<statement>import|export)\s+(?<type>type\s)?(?:[^'";]*?\sfrom\s+)?'(?<what>[^']+)'|(?<dynamic>typeof\s+)?import\(\s*'(?<late>[^']+)'/gm;

function importsOf(file: string, code: string): Import[] {
  return [...code.matchAll(IMPORT)].map(({ groups = {} }) => ({
    from: file,
    what: groups.what ?? groups.late ?? '',
    typeOnly: (groups.type ?? groups.dynamic) !== undefined,
  }));
}

const files = globSync('**/*.{ts,tsx}', { cwd: SRC });
const imports = files.flatMap((file) => importsOf(file, readFileSync(join(SRC, file), 'utf8')));
const roomOf = (file: string) => file.split('/')[0] ?? file;
const isOurs = ({ what }: Import) => what.startsWith('.');
const target = ({ from, what }: Import) => normalize(join(dirname(from), what));
const shown = ({ from, what }: Import) => `${from} imports ${what}`;

/** Files that lead back to themselves, with the way. */
function circles(arrows: readonly Import[]): string[] {
  const next = Map.groupBy(arrows, ({ from }) => from);
  const found = new Set<string>();
  const closed = new Set<string>();
  const visit = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) found.add([...way.slice(way.indexOf(file)), file].join(' → '));
    if (way.includes(file) || closed.has(file)) return;
    for (const arrow of next.get(file) ?? []) visit(target(arrow), [...way, file]);
    closed.add(file);
  };
  for (const file of next.keys()) visit(file, []);
  return [...found];
}

describe('the house', () => {
  it('has the rooms that the arrows speak of, and is read as a whole', () => {
    expect([...new Set(files.map(roomOf))].filter((room) => !(room in ARROWS))).toEqual([]);
    expect(files.length).toBeGreaterThan(40);
    expect(imports.filter(isOurs).length).toBeGreaterThan(100);
    expect(files).toContain('room/commands/join.ts');
  });

  it('has only arrows that are allowed', () => {
    const wrong = imports.filter(isOurs).filter((arrow) => {
      const [from, to] = [roomOf(arrow.from), roomOf(target(arrow))];
      return from !== to && !ARROWS[from]?.includes(to);
    });
    expect(wrong.map(shown)).toEqual([]);
  });

  it('has views of the page that stand on parts and strings, which know no view', () => {
    const viewOf = (file: string) => /^web\/(?<folder>[^/]+)\//.exec(file)?.groups?.folder ?? file;
    const ofParts = (file: string) => ['parts', 'strings'].includes(viewOf(file));
    const upwards = imports.filter(
      (arrow) =>
        isOurs(arrow) && ofParts(arrow.from) && target(arrow).startsWith('web/') && !ofParts(target(arrow)),
    );
    expect(imports.filter(({ from }) => ofParts(from)).length).toBeGreaterThan(50);
    expect(upwards.map(shown)).toEqual([]);
  });

  it('has no circles between files, types included', () => {
    expect(circles(imports.filter(isOurs))).toEqual([]);
  });

  it('knows Cloudflare in durable alone, and Node in the terminal alone', () => {
    const knowing = (platform: RegExp) => [
      ...new Set(imports.filter(({ what }) => platform.test(what)).map(({ from }) => roomOf(from))),
    ];
    expect(knowing(/^cloudflare:/)).toEqual(['durable']);
    expect(knowing(/^node:/)).toEqual(['terminal']);
  });

  it('takes neither the time nor chance for itself in room, protocol and dialect', () => {
    const taking = files
      .filter((file) => ['room', 'protocol', 'dialect'].includes(roomOf(file)))
      .filter((file) =>
        /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(/.test(readFileSync(join(SRC, file), 'utf8')),
      );
    expect(taking).toEqual([]);
  });

  it('needs no package in room, identity and client, and in protocol the schemas alone', () => {
    const packages = (room: string) =>
      new Set(
        imports.filter((arrow) => roomOf(arrow.from) === room && !isOurs(arrow)).map(({ what }) => what),
      );
    expect([...packages('room'), ...packages('identity'), ...packages('client')]).toEqual([]);
    expect([...packages('protocol')]).toEqual(['valibot']);
  });

  it('asks for files by their whole name', () => {
    expect(
      imports
        .filter(isOurs)
        .filter(({ what }) => !/\.(ts|tsx|css|svg)(\?\w+)?$/.test(what))
        .map(shown),
    ).toEqual([]);
  });
});

describe('the reading of imports', () => {
  it.each([
    ["import { a } from './a.ts';", './a.ts', false],
    ["import type { A } from './a.ts';", './a.ts', true],
    ["import './a.css';", './a.css', false],
    ["import {\n  a,\n  type B,\n} from './a.ts';", './a.ts', false],
    ["export { a } from './a.ts';", './a.ts', false],
    ["export * from './a.ts';", './a.ts', false],
    ["const a = await import('./a.ts');", './a.ts', false],
    ["mainModule: typeof import('./a.ts');", './a.ts', true],
    ["import * as v from 'valibot';", 'valibot', false],
  ])('finds %j', (code, what, typeOnly) => {
    expect(importsOf('x.ts', code)).toEqual([{ from: 'x.ts', what, typeOnly }]);
  });

  it('finds a circle', () => {
    const arrow = (from: string, what: string) => ({ from, what, typeOnly: false });
    expect(circles([arrow('a.ts', './b.ts'), arrow('b.ts', './c.ts'), arrow('c.ts', './b.ts')])).toEqual([
      'b.ts → c.ts → b.ts',
    ]);
    expect(circles([arrow('a.ts', './b.ts'), arrow('a.ts', './c.ts'), arrow('b.ts', './c.ts')])).toEqual([]);
  });
});
