import { fileURLToPath } from 'node:url';
import { cloudflareTest } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** In plain Node: what knows nothing of Cloudflare. */
const plain = {
  name: 'node',
  include: ['test/{protocol,identity,dialect,room,client,web,terminal,house,bench}/**/*.test.ts'],
  isolate: false,
};

const { FUZZ_SEED = Math.floor(Math.random() * 1_000_000), FUZZ_FRAMES = 4_000 } = process.env;

/** In workerd: the objects and the Worker, with storage, sockets and hibernation as they are. */
const workerd = {
  name: 'workerd',
  include: ['test/{durable,http}/**/*.test.ts'],
  provide: { fuzz: { seed: Number(FUZZ_SEED), frames: Number(FUZZ_FRAMES) } },
};

/** Before the server that `npm start` starts: people in a real Chromium, crashes, upgrades. */
const browser = {
  name: 'browser',
  include: ['test/{browser,chaos,upgrades}/**/*.test.ts'],
  testTimeout: 120_000,
  hookTimeout: 240_000,
  expect: { poll: { timeout: 30_000 } },
};

/** The page: src/web and public become dist, which wrangler.toml's [assets] serves. Then, how all is tested. */
export default defineConfig({
  root: here('src/web'),
  publicDir: here('public'),
  build: { outDir: here('dist'), emptyOutDir: true, target: 'es2022', modulePreload: { polyfill: false } },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    root: here('.'),
    maxWorkers: 2,
    reporters: ['default', ['json', { outputFile: here('test-results.json') }]],
    projects: [
      { test: plain },
      { test: workerd, plugins: [cloudflareTest({ wrangler: { configPath: here('wrangler.toml') } })] },
      { test: browser },
    ],
  },
});
