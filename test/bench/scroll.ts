/**
 * Scrolls through a long room from its end to its start and back, in a real Chromium: frames of more than 50 ms, by the
 * browser's own account (long animation frames), and what the page's heap holds on the way.
 * `node test/bench/scroll.ts [messages] [px a frame]`, by default 100000 and 400. Loopback alone; ends by itself.
 */
import { readFileSync } from 'node:fs';
import type { CDPSession, Page } from 'playwright-core';
import { openBrowser, Person } from '../support/person.ts';
import { FILLED_ROOM, startFilled } from './filled.ts';

const [messages = 100_000, pixels = 400] = process.argv.slice(2).map(Number);
if (!(messages > 0 && pixels > 0)) throw new Error('Two figures: messages, px a frame.');
/** ms for one way, at most. */
const PATIENCE = 600_000;

interface Way {
  readonly ms: number;
  readonly frames: number;
  readonly rowsMost: number;
  readonly long: readonly number[];
}

/** Scrolls by so many px a frame until the end of the room that lies that way is in sight. */
function scroll(page: Page, by: number): Promise<Way> {
  return page.evaluate(
    async ({ by, patience }) => {
      const log = document.querySelector('[role=log]') as HTMLElement;
      const isThere = () =>
        by < 0
          ? log.scrollTop === 0 && document.body.textContent?.includes('This is where')
          : ![...document.querySelectorAll('button')].some((button) =>
              button.textContent?.startsWith('Jump to latest'),
            );
      const long: number[] = [];
      const observer = new PerformanceObserver((list) =>
        long.push(...list.getEntries().map(({ duration }) => Math.round(duration))),
      );
      observer.observe({ type: 'long-animation-frame' });
      const start = performance.now();
      let frames = 0;
      let rowsMost = 0;
      while (!isThere() && performance.now() - start < patience) {
        log.scrollTop += by;
        frames++;
        rowsMost = Math.max(rowsMost, log.querySelectorAll('article').length);
        await new Promise(requestAnimationFrame);
      }
      await new Promise((resolve) => setTimeout(resolve, 500));
      observer.disconnect();
      return { ms: Math.round(performance.now() - start), frames, rowsMost, long };
    },
    { by, patience: PATIENCE },
  );
}

async function heapMegabytes(devtools: CDPSession): Promise<string> {
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  return (usedSize / 1e6).toFixed(1);
}

function told(name: string, { ms, frames, rowsMost, long }: Way, heap: string): void {
  const worst = Math.max(0, ...long);
  console.log(
    `${name}: ${frames} frames in ${(ms / 1_000).toFixed(0)} s, ${long.length} of more than 50 ms (the longest ${worst} ms), ${rowsMost} messages in the page at most, heap ${heap} MB`,
  );
}

const server = await startFilled(messages, { RATE_BURST: '100000', RATE_PER_SECOND: '100000' });
const browser = await openBrowser();
try {
  const reader = await Person.at(browser, { viewport: { width: 1280, height: 800 } });
  await reader.joinRoom(`${server.origin}/r/${FILLED_ROOM}`, 'Reader');
  const devtools = await reader.context.newCDPSession(reader.page);
  console.log(`${messages} messages; load ${readFileSync('/proc/loadavg', 'utf8').trim()}`);
  console.log(`as the room opens: heap ${await heapMegabytes(devtools)} MB`);
  told('to the start', await scroll(reader.page, -pixels), await heapMegabytes(devtools));
  told('and back', await scroll(reader.page, pixels), await heapMegabytes(devtools));
} finally {
  await browser.close();
  await server.stop();
}
