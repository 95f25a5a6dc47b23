import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle } from './bundle.ts';
import { BENCH, WORKERD } from './paths.ts';
import { ServerProcess } from './server-process.ts';
import { configOf, type WorkerPeer } from './workerd-config.ts';

/** A disk in memory: how long this machine's disk takes to write is nothing that a room on Cloudflare ever sees. */
const MEMORY = '/dev/shm';
const NOTHING = 'export default { fetch: () => new Response(null, { status: 404 }) };';
const folders = new Set<string>();
process.once('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** In workerd, without wrangler, whose proxy would be measured too. Its storage is a folder that ends with the bench. */
export async function startWorkerd(peer: WorkerPeer): Promise<ServerProcess> {
  return serve(peer, (folder) => bundle(join(BENCH, peer.entry), folder));
}

/** The same, and at `/bench/rows` it tells the rows that were written and read. */
export async function startCounted(peer: WorkerPeer): Promise<ServerProcess> {
  return serve(peer, async (folder) => {
    const entry = join(folder, 'counted.ts');
    writeFileSync(entry, countedEntry(peer));
    await bundle(entry, folder);
  });
}

function countedEntry({ entry, objects }: WorkerPeer): string {
  const peer = JSON.stringify(join(BENCH, entry));
  return `import * as peer from ${peer};
import { counting, rows } from ${JSON.stringify(join(BENCH, 'peers/counted-rows.ts'))};
${Object.values(objects)
  .map((name) => `export const ${name} = counting(peer.${name});`)
  .join('\n')}
export default { fetch: (request, ...rest) => request.url.endsWith('/bench/rows') ? Response.json(rows()) : peer.default.fetch(request, ...rest) };
`;
}

async function serve(
  peer: WorkerPeer,
  makeModule: (folder: string) => Promise<void>,
): Promise<ServerProcess> {
  const folder = mkdtempSync(join(existsSync(MEMORY) ? MEMORY : tmpdir(), 'parlor-bench-'));
  folders.add(folder);
  await makeModule(folder);
  writeFileSync(join(folder, 'nothing.js'), NOTHING);
  writeFileSync(join(folder, 'config.capnp'), configOf(peer, folder));
  return ServerProcess.start(WORKERD, ['serve', '--control-fd=1', join(folder, 'config.capnp')]);
}
