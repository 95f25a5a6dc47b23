import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Builds the page once, as a deploy does, for all the servers that are started by then. */
export function buildPage(): void {
  const cwd = fileURLToPath(new URL('../..', import.meta.url));
  const { NODE_ENV, VITEST, ...env } = process.env;
  execFileSync('npm', ['run', 'build'], { cwd, env, stdio: 'inherit' });
}

/** As vitest wants it, for all browser tests. */
export { buildPage as setup };
