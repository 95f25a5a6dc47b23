import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cloudflareTest } from '@cloudflare/vitest-plugin';
import type { CompactEmoji } from 'emojibase';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { WaitingFirst } from './test/support/waiting-first.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** ms after which a test hangs, and is not merely slow on a machine with other work. */
const HANGS = 60_000;

/** In plain Node: what knows nothing of Cloudflare. */
const plain = {
  name: 'node',
  include: ['test/{protocol,identity,dialect,room,client,web,terminal,house,bench}/**/*.test.ts'],
  isolate: false,
  setupFiles: 'test/support/page-globals.ts',
  testTimeout: HANGS,
  hookTimeout: HANGS,
};

const { FUZZ_SEED = Math.floor(Math.random() * 1_000_000), FUZZ_FRAMES = 4_000 } = process.env;

/** In workerd: the objects and the Worker, with storage, sockets and hibernation as they are. */
const workerd = {
  name: 'workerd',
  include: ['test/{durable,http}/**/*.test.ts'],
  provide: { fuzz: { seed: Number(FUZZ_SEED), frames: Number(FUZZ_FRAMES) } },
  testTimeout: HANGS,
  hookTimeout: HANGS,
};

/** Before the server that `npm start` starts: people in a real Chromium, crashes, raids, upgrades; and what one types. */
const browser = {
  name: 'browser',
  include: ['test/{browser,chaos,commands,pictures,raid,upgrades}/**/*.test.ts'],
  globalSetup: 'test/support/build-page.ts',
  // A worker keeps its server and its Chromium, whose pages are warm.
  isolate: false,
  testTimeout: 120_000,
  hookTimeout: 240_000,
  expect: { poll: { timeout: 30_000 } },
};

/** Nothing is painted before the script has begun: it knows the theme, and without it there is nothing to see. */
const paintWithTheme: Plugin = {
  name: 'parlor:paint-with-theme',
  transformIndexHtml: {
    order: 'post',
    handler: (html) => html.replace('<script type="module"', '<script type="module" blocking="render"'),
  },
};

/** What asks for the first messages stands by itself, before all others: see src/web/early.ts. */
const early: Plugin = {
  name: 'parlor:early',
  transformIndexHtml: {
    order: 'post',
    handler(_, { bundle = {} }) {
      const script = Object.values(bundle).find(({ name }) => name === 'early');
      if (!script) throw new Error('Nothing asks early.');
      return [
        {
          tag: 'script',
          attrs: { type: 'module', async: true, src: `/${script.fileName}` },
          injectTo: 'head-prepend',
        },
      ];
    },
  },
};

/** What is larger, and not needed to open the page, the service worker keeps only once it was used. */
const SMALL = 64_000;

/** Tells the service worker of which build it is: what it is to keep at once, and a name for all of it. */
const shell: Plugin = {
  name: 'parlor-shell',
  enforce: 'post',
  generateBundle(_, bundle) {
    const built = Object.values(bundle);
    const worker = built.find((file) => file.type === 'chunk' && file.name === 'sw');
    const page = built.find((file) => file.type === 'asset' && file.fileName === 'index.html');
    if (worker?.type !== 'chunk' || page?.type !== 'asset') throw new Error('No worker, or no page.');
    const assets = built.filter(({ fileName }) => fileName.startsWith('assets/'));
    const sizeOf = (file: (typeof built)[number]) => (file.type === 'chunk' ? file.code : file.source).length;
    const isKept = (file: (typeof built)[number]) =>
      sizeOf(file) <= SMALL || `${page.source}`.includes(file.fileName);
    const paths = ['/', '/favicon.svg', ...assets.filter(isKept).map(({ fileName }) => `/${fileName}`)];
    const id = createHash('sha256').update(`${assets.map(({ fileName }) => fileName)}${page.source}`);
    for (const path of ['favicon.svg', '_headers']) id.update(readFileSync(here(`public/${path}`)));
    const build = { id: id.digest('hex').slice(0, 12), paths };
    worker.code = worker.code.replaceAll('BUILD', JSON.stringify(build));
  },
};

/** Of the words for emoji only what src/web/emoji/catalogue.ts reads: half as much to load. */
const leanEmoji: Plugin = {
  name: 'lean-emoji',
  enforce: 'pre',
  transform(code, id) {
    if (!/emojibase-data\/[\w-]+\/compact\.json$/.test(id)) return undefined;
    const all = JSON.parse(code) as CompactEmoji[];
    return JSON.stringify(
      all.map(({ hexcode, unicode, label, group, tags, skins }) => {
        const tones = skins?.map((toned) => ({ unicode: toned.unicode }));
        return { hexcode, unicode, label, group, tags, skins: tones };
      }),
    );
  },
};

/** What the first page needs and others share: as one file it weighs a thousand bytes less than as seven. */
const BASE =
  /node_modules\/@?preact|preload-helper|web\/strings\/(strings|en|grammar|languages)\.ts|web\/parts\/(on-demand|hold|is-composing|kept|settings|refusals|times)\.ts|web\/room\/news\.ts|protocol\/(api|fields|time)\.ts/;

/** What several of the later parts need, and needs nothing itself but the base: the first page names one file instead of each. */
const LATER =
  /web\/(parts\/(burst|chime|field-line|grid-step|is-modified|save-file|use-modal|use-roving)|room\/(arrivals|copy)|hosts\/rank|strings\/(words-apart|later-strings|later\/en))\.tsx?/;

/** The page: src/web and public become dist, which wrangler.toml's [assets] serves. Then, how all is tested. */
export default defineConfig({
  root: here('src/web'),
  publicDir: here('public'),
  build: {
    outDir: here('dist'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        index: here('src/web/index.html'),
        early: here('src/web/early.ts'),
        sw: here('src/web/service-worker.ts'),
      },
      output: {
        entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js'),
        codeSplitting: {
          groups: [
            { name: 'base', test: BASE },
            { name: 'later', test: LATER },
          ],
        },
      },
    },
  },
  plugins: [leanEmoji, paintWithTheme, early, shell],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    root: here('.'),
    maxWorkers: 2,
    sequence: { sequencer: WaitingFirst },
    reporters: ['default', ['json', { outputFile: here('test-results.json') }]],
    projects: [
      { test: plain },
      { test: workerd, plugins: [cloudflareTest({ wrangler: { configPath: here('wrangler.toml') } })] },
      { test: browser },
    ],
  },
});
