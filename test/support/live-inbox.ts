/** How long anything may take before a test has failed, on a machine with other work too. */
const PATIENCE = 30_000;

/** What came over a socket, and waiting for what has not come yet. */
export class Inbox<Message extends object> {
  /** Arrays unpacked (F2). */
  readonly messages: Message[] = [];
  readonly frames: string[] = [];
  readonly #waiting = new Set<() => void>();
  #heard = 0;

  take(frame: string): void {
    if (/^[{[]/.test(frame)) this.messages.push(...[JSON.parse(frame)].flat());
    this.note(frame);
  }

  /** Something came that is no message. */
  note(what: string): void {
    this.frames.push(what);
    for (const look of [...this.#waiting]) look();
  }

  /** The first message like `pattern` after the one that was asked for last. */
  next(pattern: object): Promise<Message> {
    return this.until(`something like ${JSON.stringify(pattern)}`, () => {
      const at = this.messages.findIndex((message, index) => index >= this.#heard && fits(message, pattern));
      if (at < 0) return undefined;
      this.#heard = at + 1;
      return this.messages[at];
    });
  }

  /** Waits until `look` finds something; says what came instead where it does not. */
  until<Found>(what: string, look: () => Found | undefined): Promise<Found> {
    return new Promise((resolve, reject) => {
      const settle = () => {
        const found = look();
        if (found === undefined) return;
        clearTimeout(timer);
        this.#waiting.delete(settle);
        resolve(found);
      };
      const timer = setTimeout(() => {
        this.#waiting.delete(settle);
        const came = this.frames.map((frame) => frame.slice(0, 300)).join('\n');
        reject(new Error(`Waited in vain for ${what}. What came, ${this.#heard} of it heard:\n${came}`));
      }, PATIENCE);
      this.#waiting.add(settle);
      settle();
    });
  }
}

function fits(message: object, pattern: object): boolean {
  const fields = new Map(Object.entries(message));
  return Object.entries(pattern).every(
    ([name, value]) => JSON.stringify(fields.get(name)) === JSON.stringify(value),
  );
}
