import { describe, expect, it } from 'vitest';
import { WebSocketServer } from 'ws';
import { Client } from './load/client.ts';
import { clientFrame, FrameReader, opcode } from './load/frames.ts';
import { isWelcome, send } from './peers/tongue.ts';

/** A server's frame, made by RFC 6455 and by nothing that the reader uses. */
function serverFrame(kind: number, payload: string | Buffer, isLast = true): Buffer {
  const bytes = Buffer.from(payload);
  const size = Buffer.alloc(bytes.length < 126 ? 1 : bytes.length < 65_536 ? 3 : 9);
  size[0] = bytes.length < 126 ? bytes.length : bytes.length < 65_536 ? 126 : 127;
  if (size.length === 3) size.writeUInt16BE(bytes.length, 1);
  if (size.length === 9) size.writeBigUInt64BE(BigInt(bytes.length), 1);
  return Buffer.concat([Buffer.of((isLast ? 128 : 0) | kind), size, bytes]);
}

function read(stream: Buffer, cut: number): [number, string][] {
  const frames: [number, string][] = [];
  const reader = new FrameReader((kind, payload) => frames.push([kind, payload.toString()]));
  // One buffer for all chunks, as a socket has it: who keeps a view of it reads something else afterwards.
  const shared = Buffer.alloc(cut);
  for (let at = 0; at < stream.length; at += cut) {
    const length = stream.copy(shared, 0, at, at + cut);
    reader.push(shared.subarray(0, length));
  }
  return frames;
}

describe('a reader of frames', () => {
  const texts = ['', 'a', 'b'.repeat(125), 'c'.repeat(126), 'd'.repeat(65_535), 'e'.repeat(65_536), 'é…☕'];
  const stream = Buffer.concat(texts.map((text) => serverFrame(opcode.text, text)));
  const whole = texts.map((text) => [opcode.text, text]);

  it.each([1, 2, 3, 7, 127, 1_000, 65_537, stream.length])(
    'finds the same frames in chunks of %i bytes',
    (cut) => {
      expect(read(stream, cut)).toEqual(whole);
    },
  );

  it.each([1, 5, 100])('joins a message of several frames, a ping between them, in chunks of %i', (cut) => {
    const parts = [
      serverFrame(opcode.text, 'one ', false),
      serverFrame(opcode.ping, 'there?'),
      serverFrame(opcode.continuation, 'two ', false),
      serverFrame(opcode.continuation, 'three'),
      serverFrame(opcode.text, 'four'),
    ];
    expect(read(Buffer.concat(parts), cut)).toEqual([
      [opcode.ping, 'there?'],
      [opcode.text, 'one two three'],
      [opcode.text, 'four'],
    ]);
  });

  it('takes neither masked nor compressed frames for frames of a server', () => {
    expect(() => read(clientFrame(opcode.text, Buffer.from('a')), 100)).toThrow();
    const compressed = serverFrame(opcode.text, 'a');
    compressed[0] = 0xc1;
    expect(() => read(compressed, 100)).toThrow();
  });
});

describe('a client', () => {
  it('is understood by another implementation, and understands it', async () => {
    const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
    server.on('connection', (socket) => {
      socket.send('{"type":"welcome"}');
      socket.on('message', (frame) => socket.send(`${frame}`.repeat(700)));
    });
    await new Promise((resolve) => server.once('listening', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const client = await Client.join(port, 'room', 'Ann', { path: () => '/', isWelcome, send });
    expect(client.joinBytes).toBe(2 + '{"type":"welcome"}'.length);
    const heard = new Promise((resolve) => {
      client.onPayload = (payload) => resolve(payload.toString());
    });
    client.say('x'.repeat(200));
    client.flush();
    expect(await heard).toBe('x'.repeat(200 * 700));
    expect(client.bytesIn).toBe(client.joinBytes + 10 + 200 * 700);
    client.leave();
    server.close();
  });
});
