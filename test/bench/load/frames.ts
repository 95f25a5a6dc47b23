/** Opcodes of RFC 6455 that a server may send. */
export const opcode = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;

/** What comes out of a stream: `payload` is valid until the call returns, since its bytes are overwritten by the next. */
export type OnFrame = (kind: number, payload: Buffer) => void;

const FIN = 0x80;
const RESERVED = 0x70;
const MASKED = 0x80;
const NOTHING = Buffer.alloc(0);

/**
 * A server's frames out of a TCP stream that is cut anywhere. Copies what a cut leaves over and nothing else, since at
 * a million deliveries a second a copy more would be what is measured. Throws on what no server may send here.
 */
export class FrameReader {
  readonly #onFrame: OnFrame;
  #held = NOTHING;
  #heldLength = 0;
  /** The parts of a message that comes in several frames. */
  #parts: Buffer[] = [];
  #partsKind = 0;

  constructor(onFrame: OnFrame) {
    this.#onFrame = onFrame;
  }

  push(chunk: Buffer): void {
    if (this.#heldLength === 0) {
      const taken = this.#read(chunk, chunk.length);
      if (taken < chunk.length) this.#hold(chunk.subarray(taken));
      return;
    }
    this.#hold(chunk);
    const taken = this.#read(this.#held, this.#heldLength);
    this.#held.copyWithin(0, taken, this.#heldLength);
    this.#heldLength -= taken;
  }

  #hold(bytes: Buffer): void {
    const length = this.#heldLength + bytes.length;
    if (length > this.#held.length) {
      const grown = Buffer.allocUnsafeSlow(Math.max(1_024, 2 * length));
      this.#held.copy(grown, 0, 0, this.#heldLength);
      this.#held = grown;
    }
    bytes.copy(this.#held, this.#heldLength);
    this.#heldLength = length;
  }

  /** Tells the whole frames among the first `length` bytes, and how many bytes they took. */
  #read(bytes: Buffer, length: number): number {
    let at = 0;
    while (length - at >= 2) {
      const first = bytes[at] ?? 0;
      const second = bytes[at + 1] ?? 0;
      if ((first & RESERVED) !== 0 || (second & MASKED) !== 0) throw new Error('No frame of a server.');
      const header = second === 127 ? 10 : second === 126 ? 4 : 2;
      if (length - at < header) break;
      const size = header === 2 ? second : header === 4 ? bytes.readUInt16BE(at + 2) : longSize(bytes, at);
      const end = at + header + size;
      if (end > length) break;
      this.#take(first, bytes.subarray(at + header, end));
      at = end;
    }
    return at;
  }

  #take(first: number, payload: Buffer): void {
    const kind = first & 0x0f;
    const isWhole = (first & FIN) !== 0;
    if (kind >= opcode.close || (isWhole && kind !== opcode.continuation)) {
      this.#onFrame(kind, payload);
      return;
    }
    if (kind !== opcode.continuation) this.#partsKind = kind;
    this.#parts.push(Buffer.from(payload));
    if (!isWhole) return;
    const parts = this.#parts;
    this.#parts = [];
    this.#onFrame(this.#partsKind, Buffer.concat(parts));
  }
}

function longSize(bytes: Buffer, at: number): number {
  if (bytes.readUInt32BE(at + 2) !== 0) throw new Error('A frame of more than 4 GiB.');
  return bytes.readUInt32BE(at + 6);
}

/** Bytes before the payload of a server's frame. */
export function headerLength(payload: number): number {
  if (payload < 126) return 2;
  return payload < 65_536 ? 4 : 10;
}

/** Any will do: it is there for proxies, of which there are none on a loopback. */
const MASK = [0x1b, 0x5a, 0xc3, 0x77] as const;

/** A client's frame: masked, whole, of less than 64 KiB. */
export function clientFrame(kind: number, payload: Buffer): Buffer {
  const header = payload.length < 126 ? 6 : 8;
  const frame = Buffer.allocUnsafe(header + payload.length);
  frame[0] = FIN | kind;
  if (header === 6) frame[1] = MASKED | payload.length;
  else {
    frame[1] = MASKED | 126;
    frame.writeUInt16BE(payload.length, 2);
  }
  for (let index = 0; index < 4; index++) frame[header - 4 + index] = MASK[index] ?? 0;
  for (let index = 0; index < payload.length; index++) {
    frame[header + index] = (payload[index] ?? 0) ^ (MASK[index & 3] ?? 0);
  }
  return frame;
}
