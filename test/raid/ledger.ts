interface Row {
  tried: number;
  readonly through: string[];
}

/** What was tried, how often, and what of it got through. */
export class Ledger {
  readonly #rows = new Map<string, Row>();

  tried(what: string, times = 1): void {
    this.#row(what).tried += times;
  }

  /** `how` says to a person what has come of it. */
  through(what: string, how: string): void {
    this.#row(what).through.push(how);
  }

  /** One try; what the test of it answers is how it got through, undefined that it did not. */
  async try(what: string, test: () => Promise<string | undefined>): Promise<void> {
    this.tried(what);
    const how = await test();
    if (how !== undefined) this.through(what, how);
  }

  get throughs(): readonly string[] {
    return [...this.#rows].flatMap(([what, { through }]) => through.map((how) => `${what}: ${how}`));
  }

  get rows(): readonly { readonly what: string; readonly tried: number; readonly through: number }[] {
    return [...this.#rows].map(([what, { tried, through }]) => ({ what, tried, through: through.length }));
  }

  #row(what: string): Row {
    const row = this.#rows.get(what) ?? { tried: 0, through: [] };
    this.#rows.set(what, row);
    return row;
  }
}
