import { readdirSync, readFileSync } from 'node:fs';

/** Seconds of CPU that a process has used, over all its threads, by the scheduler's own account (ns). */
export function cpuSeconds(pid: number): number {
  return readdirSync(`/proc/${pid}/task`)
    .map((thread) => Number(readText(`/proc/${pid}/task/${thread}/schedstat`).split(' ')[0] || 0) / 1e9)
    .reduce((sum, seconds) => sum + seconds, 0);
}

/** Bytes of a process that are in memory. */
export function residentBytes(pid: number): number {
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(readText(`/proc/${pid}/status`))?.[1]) * 1024;
}

/** Empty where a thread has ended meanwhile. */
function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
