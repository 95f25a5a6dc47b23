import { describe, expect, it } from 'vitest';
import { BODY_LENGTH, bodyOf } from './load/bodies.ts';
import { Latencies } from './load/latencies.ts';
import { Tally } from './load/tally.ts';
import { Unpacked } from './load/unpacked.ts';

const message = (number: number) => ({
  type: 'message',
  seq: number + 5,
  from: { name: 'Ann' },
  text: bodyOf(number),
});
const frame = (...numbers: number[]) => Buffer.from(JSON.stringify(numbers.map(message)));

describe('what is in a frame', () => {
  it('is found however it is packed', () => {
    const unpacked = new Unpacked();
    expect(unpacked.numbersIn(Buffer.from(JSON.stringify(message(7))))).toEqual([7]);
    expect(unpacked.numbersIn(frame(0, 1, 9_999_999))).toEqual([0, 1, 9_999_999]);
    expect(unpacked.numbersIn(Buffer.from(`42["message",${JSON.stringify(message(3))}]`))).toEqual([3]);
    expect(unpacked.numbersIn(Buffer.from('{"type":"presence","count":3}'))).toEqual([]);
  });

  it('is never taken from a frame that merely starts alike', () => {
    const unpacked = new Unpacked();
    const numbers = Array.from({ length: 20 }, (_, index) => index);
    expect(unpacked.numbersIn(frame(...numbers))).toEqual(numbers);
    expect(unpacked.numbersIn(frame(...numbers))).toEqual(numbers);
    expect(unpacked.numbersIn(frame(...numbers.slice(0, -1)))).toEqual(numbers.slice(0, -1));
    expect(unpacked.numbersIn(frame(...numbers.with(19, 99)))).toEqual(numbers.with(19, 99));
  });

  it('does not change with the buffer that it came in', () => {
    const unpacked = new Unpacked();
    const buffer = frame(1, 2, 3, 4, 5);
    unpacked.numbersIn(buffer);
    buffer.set(frame(1, 2, 3, 4, 6));
    expect(unpacked.numbersIn(buffer)).toEqual([1, 2, 3, 4, 6]);
  });

  it('is a body of 64 bytes', () => {
    expect(BODY_LENGTH).toBe(64);
    expect(Buffer.byteLength(bodyOf(1_234_567))).toBe(64);
  });
});

describe('a tally', () => {
  const sockets = [0, 1, 2];
  function tallyOf(messages: number, members = 2): Tally {
    const tally = new Tally({ sockets: sockets.length, members, first: 100, most: messages });
    for (let index = 0; index < messages; index++) tally.send(index);
    return tally;
  }
  const all = [100, 101, 102, 103];

  it('owes nothing once each socket has each message', () => {
    const tally = tallyOf(4);
    expect(tally.due).toBe(12);
    for (const socket of sockets) tally.receive(socket, all, 50);
    expect(tally).toMatchObject({ due: 0, delivered: 12, doubles: 0, disordered: 0, strays: 0 });
  });

  it('misses what one socket of many did not get', () => {
    const tally = tallyOf(4);
    for (const socket of sockets) tally.receive(socket, socket === 1 ? all.slice(1) : all, 50);
    expect(tally.due).toBe(1);
  });

  it('does not let a double make up for a loss', () => {
    const tally = tallyOf(4);
    for (const socket of sockets) tally.receive(socket, socket === 1 ? [101, 101, 102, 103] : all, 50);
    expect(tally).toMatchObject({ due: 1, doubles: 1 });
  });

  it('tells what overtook an earlier message of the same member, and no other', () => {
    const tally = tallyOf(4);
    tally.receive(0, [101, 100, 103, 102], 50);
    expect(tally.disordered).toBe(0);
    tally.receive(1, [102, 100, 101, 103], 50);
    expect(tally.disordered).toBe(1);
  });

  it('does not count what it did not send', () => {
    const tally = tallyOf(4);
    tally.receive(0, [99, 104], 50);
    expect(tally).toMatchObject({ delivered: 0, strays: 2 });
  });

  it('takes latencies of what was sent since it began to time', () => {
    const tally = new Tally({ sockets: 1, members: 1, first: 0, most: 3 });
    tally.send(0);
    tally.startTiming();
    tally.send(10);
    tally.send(20);
    tally.receive(0, [0, 1, 2], 24);
    expect(tally.latencies.count).toBe(2);
    expect(tally.latencies.percentile(0.5)).toBeCloseTo(4.01);
    expect(tally.latencies.percentile(1)).toBeCloseTo(14.01);
  });
});

describe('latencies', () => {
  it('are the same as of a sorted list, to a step', () => {
    const latencies = new Latencies();
    const list = Array.from({ length: 1_000 }, (_, index) => index * 0.37).sort(() => Math.random() - 0.5);
    for (const ms of list) latencies.add(ms);
    list.sort((one, other) => one - other);
    for (const share of [0.01, 0.5, 0.54, 0.55, 0.99, 1]) {
      const exact = list[Math.ceil(share * list.length) - 1] ?? Number.NaN;
      const found = latencies.percentile(share);
      expect(found).toBeGreaterThanOrEqual(exact);
      expect(found - exact).toBeLessThanOrEqual(exact < 200 ? 0.0101 : 1);
    }
  });

  it('are none where nothing came', () => {
    expect(new Latencies().percentile(0.5)).toBeNaN();
  });
});
