import { build } from 'vite';
import { ROOT } from './paths.ts';

/** A Worker as one module, `worker.js` in `folder`; nothing but `cloudflare:` and `node:` is left outside. */
export async function bundle(entry: string, folder: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    root: ROOT,
    publicDir: false,
    ssr: { noExternal: true, target: 'webworker' },
    build: {
      ssr: entry,
      outDir: folder,
      emptyOutDir: false,
      target: 'es2024',
      minify: false,
      rolldownOptions: { external: /^(cloudflare|node):/, output: { entryFileNames: 'worker.js' } },
    },
  });
}
