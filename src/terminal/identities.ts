import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';

/** By the XDG base directories; one that is not absolute is to be ignored. */
export function identityFile(environment: NodeJS.ProcessEnv, home: string): string {
  const { XDG_CONFIG_HOME = '' } = environment;
  const base = isAbsolute(XDG_CONFIG_HOME) ? XDG_CONFIG_HOME : join(home, '.config');
  return join(base, 'parlor', 'identities.json');
}

/** J3: the tokens by which each server knows this user, in a file that nobody else can read. */
export class Identities {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  token(origin: string): string | undefined {
    const token = this.#read()[origin];
    return typeof token === 'string' ? token : undefined;
  }

  /** Throws where the file cannot be written. */
  keep(origin: string, token: string): void {
    const all = this.#read();
    if (all[origin] === token) return;
    const draft = `${this.#file}.${process.pid}`;
    mkdirSync(dirname(this.#file), { recursive: true, mode: 0o700 });
    rmSync(draft, { force: true });
    writeFileSync(draft, `${JSON.stringify({ ...all, [origin]: token }, null, 2)}\n`, {
      mode: 0o600,
      flag: 'wx',
    });
    renameSync(draft, this.#file);
  }

  /** What is not there, or is no longer JSON, knows nobody. */
  #read(): Record<string, unknown> {
    try {
      const all: unknown = JSON.parse(readFileSync(this.#file, 'utf8'));
      return typeof all === 'object' && all !== null && !Array.isArray(all) ? { ...all } : {};
    } catch {
      return {};
    }
  }
}
