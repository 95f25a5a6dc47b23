import { execFile } from 'node:child_process';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort, ready, startWhileWeLive } from '../support/dev-server.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** What no checkout holds, and what of one no command needs. */
const LEFT_OUT = ['.git', '.wrangler', 'node_modules', 'dist', 'test-results.json'];
const { NODE_ENV, VITEST, ...environment } = process.env;
const env = { ...environment, WRANGLER_SEND_METRICS: 'false', CI: 'true' };

/** A fresh checkout: what is built, formatted and written there is in nobody's way. */
let checkout: string;
beforeAll(() => {
  checkout = mkdtempSync(join(tmpdir(), 'parlor-checkout-'));
  const isLeftOut = (path: string) => LEFT_OUT.some((name) => path === join(ROOT, name));
  cpSync(ROOT, checkout, { recursive: true, filter: (path) => !isLeftOut(path) });
  symlinkSync(join(ROOT, 'node_modules'), join(checkout, 'node_modules'));
});
afterAll(() => rmSync(checkout, { recursive: true, force: true }));

/** What a command prints, on both ways; rejects where it ends with another status than 0. */
async function prints(command: string): Promise<string> {
  const { stdout, stderr } = await promisify(execFile)('sh', ['-c', command], { cwd: checkout, env });
  return stdout + stderr;
}

describe('in a fresh checkout, as the README and CONTRIBUTING.md say it', () => {
  it('npx node test/chaos/planted.ts leak finds the mistake', async () => {
    expect(await prints('npx node test/chaos/planted.ts leak --minutes 0.5')).toContain('All were found.');
  });

  it('npx wrangler deploy builds the page, and has all that is to be deployed', async () => {
    const told = await prints('npx wrangler deploy --dry-run');
    expect(told).toMatch(/Total Upload.*ROOMS.*--dry-run: exiting now/s);
  });

  it('npm run weight weighs what was built', async () => {
    expect(await prints('npm run weight')).toContain('in all, of at most 45,000');
  });

  it('npm start serves rooms at the address that it prints, and npm run chat talks there', async () => {
    const port = await freePort();
    const start = `env -u NODE_ENV -u VITEST npm start -- --port ${port} --inspector-port 0`;
    const server = startWhileWeLive(checkout, checkout, start.split(' '));
    try {
      const origin = `http://localhost:${port}`;
      expect(await ready(server)).toContain(origin);
      const chat = `HOME=${checkout} npm run -s chat -- ${origin}/r/tea`;
      expect(await prints(`uptime | ${chat} --name Ann`)).toContain('Ann: ');
      expect(await prints(`echo Hello | ${chat} --guest`)).toContain(': Hello');
    } finally {
      process.kill(-(server.pid ?? 0), 'SIGKILL');
    }
  });

  it('npx node test/upgrades/write-state.ts keeps what a room leaves on disk', async () => {
    const states = join(checkout, 'test/upgrades/states');
    const newest = Math.max(...globSync('*', { cwd: states }).map(Number));
    const account = join(states, `${newest}/account.json`);
    const before = readFileSync(account, 'utf8');
    expect(await prints('npx node test/upgrades/write-state.ts')).toContain('account.json');
    expect(readFileSync(account, 'utf8')).not.toBe(before);
  });

  it('npm run rules lists the rules and what holds them', async () => {
    rmSync(join(checkout, 'docs/rules.md'));
    await prints('npm run rules');
    const page = (folder: string) => readFileSync(join(folder, 'docs/rules.md'), 'utf8');
    expect(page(checkout)).toBe(page(ROOT));
  });

  it('npm run fix changes nothing, since all is as it would have it', async () => {
    expect(await prints('npm run fix')).toContain('No fixes applied');
  });

  it('npx vitest run --project node takes a file of tests', async () => {
    expect(await prints('npx vitest run --project node test/room/strangers.test.ts')).toContain('1 passed');
  });

  it('npm run bench knows what it can measure', async () => {
    await expect(prints('npm run bench -- --quick --peers nobody')).rejects.toThrow(
      'nobody is none of parlor',
    );
  });

  it('npx wrangler secret put is there to set a secret', async () => {
    expect(await prints('npx wrangler secret put --help')).toContain('wrangler secret put <key>');
  });

  it('npx node test/support/brought-along.ts prints what each dependency brings', async () => {
    expect(await prints('npx node test/support/brought-along.ts')).toMatch(/^\| `hono` \| … \| 0 \| \d/m);
  });
});
