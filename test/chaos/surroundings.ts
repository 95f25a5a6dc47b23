import type { Chance } from './chance.ts';
import type { Witness } from './witness.ts';

/** Where everybody is, and who looks on. */
export interface Surroundings {
  readonly url: string;
  readonly room: string;
  readonly chance: Chance;
  readonly witness: Witness;
}
