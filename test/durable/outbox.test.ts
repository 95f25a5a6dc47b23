import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classic } from '../../src/dialect/classic.ts';
import type { Dialect } from '../../src/dialect/dialect.ts';
import { native } from '../../src/dialect/native.ts';
import { type Listener, type Listeners, Outbox } from '../../src/durable/outbox.ts';
import type { Message } from '../../src/protocol/server-message.ts';
import type { ConnectionId } from '../../src/room/effect.ts';
import { Roster } from '../../src/room/roster.ts';
import { aMessage } from '../support/transcript-writer.ts';

/** Connections that write down the frames they are sent. */
class Ears implements Listeners {
  readonly joined = new Map<ConnectionId, Listener>();
  readonly frames = new Map<ConnectionId, string[]>();
  readonly closed: ConnectionId[] = [];

  joins(...ids: readonly ConnectionId[]): this {
    for (const id of ids) this.speaks(native, id);
    return this;
  }

  speaks(dialect: Dialect, ...ids: readonly ConnectionId[]): this {
    for (const id of ids) this.joined.set(id, { dialect, send: (frames) => this.hears(id, frames) });
    return this;
  }

  find(id: ConnectionId): Listener {
    return this.joined.get(id) ?? { dialect: native, send: (frames) => this.hears(id, frames) };
  }

  close(id: ConnectionId): void {
    this.closed.push(id);
    this.joined.delete(id);
  }

  hears(id: ConnectionId, frames: readonly string[]): void {
    if (frames.length > 0) this.frames.set(id, [...(this.frames.get(id) ?? []), ...frames]);
  }

  /** The seqs of what it heard, frame by frame. */
  seqs(id: ConnectionId): number[][] {
    return (this.frames.get(id) ?? []).map((frame) => [JSON.parse(frame)].flat().map(({ seq }) => seq));
  }
}

const numbered = (seq: number): Message => aMessage({ seq });
const everyone = { except: [] };

function outboxOf(ears: Ears): Outbox {
  return new Outbox(ears, new Roster());
}

describe('what is told at one beat', () => {
  it('[F2] is one frame, in order', () => {
    const ears = new Ears().joins('ann', 'bob');
    const outbox = outboxOf(ears);
    for (const seq of [1, 2, 3]) outbox.add(everyone, numbered(seq));
    outbox.flush();
    expect([ears.seqs('ann'), ears.seqs('bob')]).toEqual([[[1, 2, 3]], [[1, 2, 3]]]);
  });

  it('[F1] is an object, where it is one thing', () => {
    const ears = new Ears().joins('ann');
    const outbox = outboxOf(ears);
    outbox.add(everyone, numbered(1));
    outbox.flush();
    expect(ears.frames.get('ann')).toEqual([JSON.stringify(numbered(1))]);
  });

  it('is put into words once for all who hear the same', () => {
    let words = 0;
    const counting = {
      ...native,
      write: (...told: Parameters<Dialect['write']>) => [++words, ...native.write(...told)].map(String),
    };
    const ears = new Ears().speaks(counting, 'ann', 'bob', 'cleo');
    const outbox = outboxOf(ears);
    for (const seq of [1, 2]) outbox.add(everyone, numbered(seq));
    outbox.add(['bob', 'cleo'], numbered(3));
    outbox.flush();
    expect(words).toBe(3);
  });

  it('[8] is one object a frame in the classic dialect', () => {
    const ears = new Ears().speaks(classic, 'carl');
    const outbox = outboxOf(ears);
    for (const seq of [1, 2]) outbox.add(everyone, numbered(seq));
    outbox.flush();
    expect(ears.frames.get('carl')?.map((frame) => JSON.parse(frame).type)).toEqual(['user', 'user']);
  });

  it('[S6] reaches in its place only those that it is for', () => {
    const ears = new Ears().joins('ann', 'bob');
    const outbox = outboxOf(ears);
    outbox.add(everyone, numbered(1));
    outbox.add(['bob'], numbered(2));
    outbox.add(everyone, numbered(3));
    outbox.flush();
    expect([ears.seqs('ann'), ears.seqs('bob')]).toEqual([[[1, 3]], [[1, 2, 3]]]);
  });

  it('[R3] is for who joined meanwhile from the join on', () => {
    const ears = new Ears().joins('ann');
    const outbox = outboxOf(ears);
    outbox.add(everyone, numbered(1));
    ears.joins('bob');
    outbox.arrived('bob');
    outbox.add(['bob'], numbered(2));
    outbox.add(everyone, numbered(3));
    outbox.flush();
    expect([ears.seqs('ann'), ears.seqs('bob')]).toEqual([[[1, 3]], [[2, 3]]]);
  });

  it('[J1] is not for a stranger, but for what is said to it alone', () => {
    const ears = new Ears();
    const outbox = outboxOf(ears);
    outbox.add(everyone, numbered(1));
    outbox.add(['stranger'], numbered(2));
    outbox.flush();
    expect(ears.seqs('stranger')).toEqual([[2]]);
  });

  it('is told once', () => {
    const ears = new Ears().joins('ann');
    const outbox = outboxOf(ears);
    outbox.add(everyone, numbered(1));
    outbox.flush();
    outbox.flush();
    expect([ears.seqs('ann'), outbox.isEmpty]).toEqual([[[1]], true]);
  });
});

it('[6] a connection that is closed hears first what was said to it alone', () => {
  const ears = new Ears().joins('ann');
  const outbox = outboxOf(ears);
  outbox.add(['bob'], numbered(1));
  outbox.close('bob', 4400, 'Why.');
  outbox.flush();
  expect([ears.seqs('bob'), ears.closed, outbox.isEmpty]).toEqual([[[1]], ['bob'], true]);
});

it('[R3] who is closed has no hole: what was for everybody before, and nothing after', () => {
  const ears = new Ears().joins('ann', 'bob');
  const outbox = outboxOf(ears);
  outbox.add(everyone, numbered(1));
  outbox.add(['bob'], numbered(2));
  outbox.close('bob', 1009, 'Too large.');
  ears.joined.delete('bob');
  outbox.add(everyone, numbered(3));
  outbox.flush();
  expect([ears.seqs('ann'), ears.seqs('bob'), ears.closed]).toEqual([[[1, 3]], [[1, 2]], ['bob']]);
});

it('[C2] who is new is told first of all, the newest before the others', () => {
  const ears = new Ears().joins('ann');
  const order: string[] = [];
  ears.hears = (id) => void order.push(id);
  const outbox = outboxOf(ears);
  for (const id of ['bob', 'cleo']) {
    ears.joins(id);
    outbox.arrived(id);
    outbox.add(everyone, numbered(1));
  }
  outbox.flush();
  expect(order).toEqual(['cleo', 'bob', 'ann']);
});

it('[F2] what is too much for a frame comes in several, in order', () => {
  const ears = new Ears().joins('ann');
  const outbox = outboxOf(ears);
  for (const seq of [1, 2, 3]) outbox.add(everyone, aMessage({ seq, text: 'x'.repeat(100_000) }));
  outbox.flush();
  expect(ears.seqs('ann')).toEqual([[1, 2], [3]]);
});

describe('before a crowd', () => {
  const crowd = ['a', 'b', 'c', 'd'];

  function crowdOf() {
    const ears = new Ears().joins(...crowd);
    const outbox = outboxOf(ears);
    outbox.add(everyone, numbered(1));
    const all = () => crowd.map((id) => ears.seqs(id));
    return { ears, outbox, all };
  }

  it('some are told at a time, and each all that there is by then', () => {
    const { outbox, all } = crowdOf();
    expect(outbox.flush(2)).toBe(true);
    outbox.add(everyone, numbered(2));
    expect([outbox.flush(2), all()]).toEqual([true, [[[1]], [[1]], [[1, 2]], [[1, 2]]]]);
    expect([outbox.flush(2), all()]).toEqual([false, [[[1], [2]], [[1], [2]], [[1, 2]], [[1, 2]]]]);
  });

  it('[F2] who is told something for itself is told at once, in order, with all the rest', () => {
    const { outbox, all } = crowdOf();
    outbox.flush(1);
    outbox.add(['d'], numbered(2));
    expect([outbox.flush(1), all()]).toEqual([true, [[[1]], [[1]], [], [[1, 2]]]]);
  });

  it('[R3] who is closed before its turn has no hole, and hears nothing after', () => {
    const { ears, outbox } = crowdOf();
    outbox.flush(1);
    outbox.close('d', 4403, 'Why.');
    ears.joined.delete('d');
    outbox.add(everyone, numbered(2));
    outbox.flush(1);
    expect([ears.seqs('d'), ears.closed]).toEqual([[[1]], ['d']]);
  });

  it('[R3] who joins while others wait hears nothing of what they wait for', () => {
    const { ears, outbox } = crowdOf();
    outbox.flush(1);
    ears.joins('e');
    outbox.arrived('e');
    outbox.add(everyone, numbered(2));
    for (let turn = 0; turn < 6; turn++) outbox.flush(1);
    expect(ears.seqs('e')).toEqual([[2]]);
  });

  it('[J1] a stranger is told once what is said to it alone', () => {
    const { ears, outbox } = crowdOf();
    for (const seq of [2, 3]) {
      outbox.add(['stranger'], numbered(seq));
      outbox.flush(1);
    }
    expect(ears.seqs('stranger')).toEqual([[2], [3]]);
  });

  it('who leaves before its turn keeps nobody waiting', () => {
    const { ears, outbox } = crowdOf();
    for (const id of crowd) ears.joined.delete(id);
    expect(outbox.flush(1)).toBe(false);
  });

  it('who has left an empty room keeps nothing that is said to strangers', () => {
    const ears = new Ears().joins('ann');
    const outbox = outboxOf(ears);
    ears.joined.delete('ann');
    outbox.add(['stranger'], numbered(1));
    expect(outbox.flush(0)).toBe(false);
  });

  it('who has left last in the round is not waited for', () => {
    const { ears, outbox } = crowdOf();
    ears.joined.delete('d');
    expect(outbox.flush(3)).toBe(false);
  });

  it('what the others hear is nothing new to be told', () => {
    const { outbox } = crowdOf();
    outbox.flush(1);
    expect(outbox.isEmpty).toBe(true);
  });
});

const IDS = ['a', 'b', 'c', 'd'];
const some = fc.subarray(IDS);
const step = fc.oneof(
  { weight: 4, arbitrary: some.map((except) => ({ to: { except } })) },
  { weight: 3, arbitrary: some.map((to) => ({ to })) },
  { weight: 2, arbitrary: fc.constantFrom(...IDS).map((joins) => ({ joins })) },
  { weight: 1, arbitrary: fc.constantFrom(...IDS).map((leaves) => ({ leaves })) },
  { weight: 2, arbitrary: fc.constantFrom(1, 2, IDS.length).map((flushes) => ({ flushes })) },
);

it('[R3] whenever it is flushed, everybody hears in order what they would have heard at once', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const ears = new Ears();
      const outbox = outboxOf(ears);
      const expected = new Map(IDS.map((id) => [id, [] as number[]]));
      let seq = 0;
      for (const does of steps) {
        if ('to' in does) {
          const { to } = does;
          outbox.add(to, numbered(++seq));
          const hears = 'except' in to ? [...ears.joined.keys()].filter((id) => !to.except.includes(id)) : to;
          for (const id of hears) expected.get(id)?.push(seq);
        } else if ('joins' in does && !ears.joined.has(does.joins)) {
          ears.joins(does.joins);
          outbox.arrived(does.joins);
        } else if ('leaves' in does) {
          // What was under way to it when it left is its loss: a connection never joins a second time.
          outbox.flush();
          ears.joined.delete(does.leaves);
        } else if ('flushes' in does) outbox.flush(does.flushes);
      }
      outbox.flush();
      for (const id of IDS) expect(ears.seqs(id).flat()).toEqual(expected.get(id));
    }),
    { numRuns: 2_000 },
  );
});
