import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Builds the page once, as a deploy does, for all the servers that the browser tests start. */
export function setup(): void {
  const cwd = fileURLToPath(new URL('../..', import.meta.url));
  const { NODE_ENV, VITEST, ...env } = process.env;
  execFileSync('npm', ['run', 'build'], { cwd, env, stdio: 'inherit' });
}
