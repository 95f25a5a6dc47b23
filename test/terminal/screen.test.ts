import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { Screen } from '../../src/terminal/screen.ts';
import { FakeTerminal } from './fake-terminal.ts';

describe('at a terminal', () => {
  it('has a prompt, and shows what comes above it', () => {
    const at = new FakeTerminal();
    at.screen.show('Ann: hello');
    expect(at.rows).toEqual(['Ann: hello', '> ']);
  });

  it('leaves whole what is being typed', () => {
    const at = new FakeTerminal();
    at.types('half a');
    at.screen.show('Ann: hello');
    at.screen.tell('The line is down.');
    at.types(' sentence');
    expect(at.rows).toEqual(['Ann: hello', 'The line is down.', '> half a sentence']);
  });

  it('leaves whole what is longer than a row, typed or pasted', () => {
    for (const isPaste of [true, false]) {
      const at = new FakeTerminal(20);
      const text = 'abcdefghijklmnopqrstuvwxyz';
      if (isPaste) at.types(text);
      else for (const key of text) at.types(key);
      at.screen.show('Ann: one');
      at.screen.show('Ann: two');
      expect(at.rows).toEqual(['Ann: one', 'Ann: two', '> abcdefghijklmnopqr', 'stuvwxyz']);
    }
  });

  it('keeps the cursor where it is', () => {
    const at = new FakeTerminal();
    at.types('ac');
    at.presses('left');
    at.screen.show('Ann: hello');
    at.types('b');
    expect(at.rows).toEqual(['Ann: hello', '> abc']);
  });

  it('takes away a line that is done, which comes back as a message', async () => {
    const at = new FakeTerminal(20);
    at.screen.show('Ann: hello');
    for (const key of 'abcdefghijklmnopqrstuvwxyz') at.types(key);
    at.presses('home');
    at.presses('enter');
    expect(await at.nextLine()).toBe('abcdefghijklmnopqrstuvwxyz');
    expect(at.rows).toEqual(['Ann: hello', '> ']);
  });

  it('Ctrl-C is told, Ctrl-D ends the lines, and the prompt goes', async () => {
    const at = new FakeTerminal();
    at.presses('ctrl-c');
    expect(at.interrupts).toBe(1);
    at.presses('ctrl-d');
    expect(await at.nextLine()).toBeUndefined();
    at.screen.show('Ann: bye');
    expect(at.rows).toEqual(['Ann: bye', '']);
  });
});

describe('in a pipe', () => {
  const piped = () => {
    const [input, output, errors] = [new PassThrough(), new PassThrough(), new PassThrough()];
    return { input, output, errors, screen: new Screen({ input, output, errors }, () => {}) };
  };

  it('has no prompt and no escape sequences, and keeps apart what goes where', () => {
    const { screen, output, errors } = piped();
    screen.show('Ann: hello');
    screen.tell('The line is down.');
    expect([String(output.read()), String(errors.read())]).toEqual(['Ann: hello\n', 'The line is down.\n']);
  });

  it('reads every line, the last one without an end too, for however slow a reader', async () => {
    const { screen, input } = piped();
    const wanted = Array.from({ length: 5_000 }, (_, number) => `line ${number}`);
    input.end(wanted.join('\n'));
    const lines: string[] = [];
    for await (const line of screen.lines) {
      lines.push(line);
      if (lines.length % 500 === 0) await new Promise(setImmediate);
    }
    expect(lines).toEqual(wanted);
  });

  it('closed, reads no more', async () => {
    const { screen, input } = piped();
    input.write('one\n');
    const lines = screen.lines[Symbol.asyncIterator]();
    expect((await lines.next()).value).toBe('one');
    const next = lines.next();
    screen.close();
    expect((await next).done).toBe(true);
  });
});
