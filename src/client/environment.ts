/** What a socket must be able to do: a part of the standard WebSocket. */
export type Socket = Pick<WebSocket, 'send' | 'close' | 'onopen' | 'onmessage' | 'onclose' | 'onerror'>;

/** All that the client takes from outside: the network, time and chance. Tests hand in their own. */
export interface Environment {
  readonly WebSocket: new (url: string, protocols: string[]) => Socket;
  /** Unix time in ms. Only shown and compared by people: every delay is a timer, which no change of clock moves. */
  now(): number;
  /** In [0, 1). */
  random(): number;
  setTimeout(run: () => void, ms: number): unknown;
  clearTimeout(timer: unknown): void;
  /** S3, F7: new every time, 1 to 64 of `A-Z a-z 0-9 _ -`. */
  newId(): string;
}

export function environmentWith(given: Partial<Environment> = {}): Environment {
  return { ...globals, WebSocket: globalThis.WebSocket, ...given };
}

const globals = {
  now: () => Date.now(),
  random: () => Math.random(),
  setTimeout: (run: () => void, ms: number) => globalThis.setTimeout(run, ms),
  clearTimeout: (timer: unknown) => globalThis.clearTimeout(timer as number),
  // Not randomUUID(): a page served over plain HTTP in a local network does not have it.
  newId: () => Array.from(crypto.getRandomValues(new Uint8Array(16)), hex).join(''),
};

const hex = (byte: number) => byte.toString(16).padStart(2, '0');
