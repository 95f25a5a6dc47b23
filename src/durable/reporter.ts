import type { Usage } from '../protocol/listing.ts';
import type { Figures } from '../room/reading.ts';
import type { Meter } from './meter.ts';

/** How a room stands, and what it has used since it last told. */
export interface Report extends Usage, Figures {
  readonly room: string;
  readonly bytes: number;
  /** Unix ms at which something last happened, 0 where that is forgotten. */
  readonly activeAt: number;
}

/** What a report costs by itself, the room's own part and the directory's; test/durable/directory.test.ts counts it. */
export const REPORT: Usage = { rowsRead: 6, rowsWritten: 3, requests: 1 };

/** D2: ms between two reports, which are told only while something happens. */
const EVERY = 300_000;
const REPORTED_AT = 'reportedAt';

interface Directory {
  report(report: Report): Promise<void>;
  forget(room: string): Promise<void>;
}

interface Parts {
  readonly room: string;
  readonly meter: Meter;
  /** Undefined where nobody has used the room. */
  readonly figures: () => Figures | undefined;
  /** Asked for anew each time, since a stub that has failed stays broken. */
  readonly directory: () => Directory;
}

/** Tells the directory of a room, on the way of what happens there: no timer, no alarm, nothing that would wake it. */
export class Reporter {
  readonly #ctx: DurableObjectState;
  readonly #parts: Parts;
  /** One after the other, so that nothing is told of a room after its end. */
  #last: Promise<void> = Promise.resolve();
  #nextAt: number | undefined;
  #activeAt = 0;

  constructor(ctx: DurableObjectState, parts: Parts) {
    this.#ctx = ctx;
    this.#parts = parts;
  }

  /** Something has happened. */
  heed(now: number): void {
    this.#activeAt = now;
    if (this.#nextAt !== undefined && now < this.#nextAt) return;
    const figures = this.#parts.figures();
    if (!figures) return;
    this.#nextAt ??= (this.#ctx.storage.kv.get<number>(REPORTED_AT) ?? -EVERY) + EVERY;
    if (now >= this.#nextAt) this.#ctx.waitUntil(this.report(now));
  }

  /** Tells at once, whenever it last did. */
  report(now: number): Promise<void> {
    const figures = this.#parts.figures();
    if (!figures) return this.#last;
    const { room, meter } = this.#parts;
    this.#nextAt = now + EVERY;
    this.#rememberAt(now);
    meter.giveBack(REPORT);
    const { databaseSize: bytes } = this.#ctx.storage.sql;
    const report = { room, bytes, activeAt: this.#activeAt, ...figures, ...meter.take() };
    this.#last = this.#last.then(() => this.#send(report));
    return this.#last;
  }

  /** What a storage that fails forgets is told once more after the next waking: nothing else may fail for it. */
  #rememberAt(now: number): void {
    try {
      this.#ctx.storage.kv.put(REPORTED_AT, now);
    } catch (error) {
      console.error('The time of a report could not be stored:', error);
    }
  }

  /** Whatever was to be told so far. */
  get told(): Promise<void> {
    return this.#last;
  }

  /** The room is no more. */
  forget(): Promise<void> {
    const { room, meter, directory } = this.#parts;
    meter.take();
    this.#nextAt = undefined;
    this.#last = this.#last
      .then(() => directory().forget(room))
      .catch((error) => console.error('The directory could not be told to forget a room:', error));
    return this.#last;
  }

  async #send(report: Report): Promise<void> {
    try {
      await this.#parts.directory().report(report);
    } catch (error) {
      this.#parts.meter.giveBack(report);
      console.error('The directory could not be told of a room:', error);
    }
  }
}
