import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Identities, identityFile } from '../../src/terminal/identities.ts';

let home: string;
let file: string;
let identities: Identities;
const HERE = 'http://localhost:8787';

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'parlor-home-'));
  file = identityFile({}, home);
  identities = new Identities(file);
});

afterEach(() => rmSync(home, { recursive: true, force: true }));

it('lies where the user keeps such files', () => {
  expect(file).toBe(join(home, '.config/parlor/identities.json'));
  expect(identityFile({ XDG_CONFIG_HOME: '/x' }, home)).toBe('/x/parlor/identities.json');
  expect(identityFile({ XDG_CONFIG_HOME: 'x' }, home)).toBe(file);
});

it('[J3] is one for each server', () => {
  expect(identities.token(HERE)).toBeUndefined();
  identities.keep(HERE, 'one');
  identities.keep('https://chat.example', 'two');
  const later = new Identities(file);
  expect([
    later.token(HERE),
    later.token('https://chat.example'),
    later.token('https://other.example'),
  ]).toEqual(['one', 'two', undefined]);
});

it('is for nobody else to read, whatever it was before', () => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, '{}');
  chmodSync(file, 0o644);
  identities.keep(HERE, 'one');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(dirname(file))).toEqual(['identities.json']);
});

it('writes nothing where nothing is new', () => {
  identities.keep(HERE, 'one');
  const { ino } = statSync(file);
  identities.keep(HERE, 'one');
  expect(statSync(file).ino).toBe(ino);
});

it.each(['', '{', '[]', 'null', '"x"', `{"${HERE}":1}`])(
  'a file of %j knows nobody, and is mended',
  (content) => {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    expect(identities.token(HERE)).toBeUndefined();
    identities.keep(HERE, 'one');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ [HERE]: 'one' });
  },
);
