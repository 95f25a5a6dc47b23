import type { Refusal } from '../protocol/codes.ts';

/** What was asked was not done; `refusal` says why, with a sentence for a person. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}
