import fc from 'fast-check';
import type { Arrival } from '../support/room-devices.ts';
import type { Asking } from '../support/room-model.ts';

/** Ann on two devices, Bob on one; two lines of classic clients, each connection of which is somebody else. */
export const SLOTS = ['ann 1', 'ann 2', 'bob 1', 'classic 1', 'classic 2'] as const;

export type Slot = (typeof SLOTS)[number];

/** Which message is meant: the so-and-so newest, of all or of one's own; 0 is the newest event, whatever it is. */
export interface Aim {
  readonly back: number;
  readonly own: boolean;
}

export type Deed =
  | {
      readonly does: 'ask';
      readonly asking: Asking;
      readonly toSlots?: readonly (Slot | 'nobody')[];
      readonly aim?: Aim | undefined;
    }
  | ({ readonly does: 'come' } & Arrival)
  | { readonly does: 'go' }
  | { readonly does: 'rename'; readonly name: string }
  | { readonly does: 'type' }
  | { readonly does: 'hibernate' };

export type Step = { readonly slot: Slot; readonly bare: boolean } & Deed;

const text = fc.constantFrom('one', 'two', ' three ', 'four', 'five', '');
const name = fc.constantFrom('Ann', 'ann', 'Bob', 'Big Cat', 'Amber Badger');

const aim = fc.record({
  back: fc.constantFrom(1, 1, 1, 2, 2, 3, 4, 0),
  own: fc.constantFrom(true, true, false),
});

const toSlots = fc.subarray([...SLOTS, 'nobody' as const], { minLength: 1 });

const send: fc.Arbitrary<Asking> = fc.record(
  {
    does: fc.constant('send' as const),
    text,
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    since: fc.boolean(),
  },
  { requiredKeys: ['does', 'text'] },
);

/** Its target is an aim until somebody takes it. */
const change: fc.Arbitrary<Asking> = fc.oneof(
  fc.record({ does: fc.constant('edit' as const), target: fc.constant(0), text }),
  fc.record({ does: fc.constant('delete' as const), target: fc.constant(0) }),
  fc.record({
    does: fc.constant('react' as const),
    target: fc.constant(0),
    emoji: fc.constantFrom('👍', '🎉'),
    on: fc.boolean(),
  }),
);

const ask = fc.constant('ask' as const);
const weighted = (weight: number, arbitrary: fc.Arbitrary<Deed>) => ({ weight, arbitrary });

const deed: fc.Arbitrary<Deed> = fc.oneof(
  weighted(4, fc.record({ does: ask, asking: send })),
  weighted(6, fc.record({ does: ask, asking: send, toSlots })),
  weighted(2, fc.record({ does: ask, asking: send, aim })),
  weighted(2, fc.record({ does: ask, asking: send, aim, toSlots })),
  weighted(10, fc.record({ does: ask, asking: change, aim })),
  weighted(
    5,
    fc.record({
      does: fc.constant('come' as const),
      name,
      kept: fc.option(fc.integer({ min: 0, max: 8 }), { nil: undefined }),
      silent: fc.boolean(),
    }),
  ),
  weighted(2, fc.record({ does: fc.constant('go' as const) })),
  weighted(2, fc.record({ does: fc.constant('rename' as const), name })),
  weighted(1, fc.record({ does: fc.constant('type' as const) })),
  weighted(2, fc.record({ does: fc.constant('hibernate' as const) })),
);

export const step: fc.Arbitrary<Step> = fc
  .tuple(fc.constantFrom(...SLOTS), fc.boolean(), deed)
  .map(([slot, bare, deed]) => ({ slot, bare, ...deed }));
