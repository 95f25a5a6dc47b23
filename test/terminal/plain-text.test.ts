import { describe, expect, it } from 'vitest';
import { plainLine, plainText } from '../../src/terminal/plain-text.ts';
import { changeLine, messageLine, names } from '../../src/terminal/wording.ts';
import { message } from '../client/fake-room.ts';
import { plainLook, stateWith } from './states.ts';

/** All that a terminal could take for an order, and all that turns a line round. */
const ORDERS = Array.from({ length: 0x2100 }, (_, code) => String.fromCharCode(code)).filter((one) =>
  /\p{Cc}|[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u.test(one),
);

describe('what others wrote', () => {
  it.each(ORDERS.map((order) => [order.charCodeAt(0).toString(16), order]))('loses U+%s', (_, order) => {
    expect(plainLine(`a${order}b`)).not.toContain(order);
    expect(plainText(`a${order}b`).replace('\n      ', '')).not.toContain(order);
  });

  it('shows the picture of a control character', () => {
    expect(plainLine('\x1b[31mred\x07 \x7f \x9b2J')).toBe('␛[31mred␇ ␡ \ufffd2J');
  });

  it('keeps letters of any script, emoji and their joints', () => {
    const text = 'नमस्ते שלום 聊天 👩‍👩‍👧 ❤️ é';
    expect(plainText(text)).toBe(text);
  });

  it('cannot begin a line of its own', () => {
    for (const end of ['\n', '\r\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029']) {
      expect(plainText(`a${end}12:00 Ann: b`)).toBe('a\n      12:00 Ann: b');
      expect(plainLine(`a${end}b`)).toBe('a b');
    }
  });
});

describe('of another member', () => {
  const evil = { id: 'evil', name: 'E\x1b]0;title\x07\nve' };
  const state = stateWith({ members: [evil] });
  const lines = [
    messageLine(message(1, { from: evil, text: '\x1b[2J\x9b1m' }), state, plainLook),
    messageLine(message(1, { from: evil, to: ['evil'] }), state, plainLook),
    changeLine(message(1, { from: evil, text: '\x1b[2J', edited: 2 }), state, plainLook),
    names([evil]),
  ];

  it.each(lines)('neither name nor text can order the terminal: %j', (line) => {
    expect(line).not.toMatch(/\p{Cc}/u);
    expect(line).toMatch(/␛/u);
  });
});
