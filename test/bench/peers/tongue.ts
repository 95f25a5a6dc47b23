/** How a client of a server speaks. All of them say and hear the words of Parlor's `send` and `message` (PROTOCOL.md). */
export interface Tongue {
  /** Where its WebSocket is. */
  readonly path: (room: string, name: string) => string;
  readonly subprotocol?: string;
  /** Said as soon as the connection is open. */
  readonly greeting?: (name: string) => string;
  /** Whether this frame makes one a member. */
  readonly isWelcome: (frame: string) => boolean;
  /** What is said in return, if anything: the questions that a server has of its own. */
  readonly answer?: (frame: string) => string | undefined;
  /** A message. `id` is the client's own, `cursor` the newest seq that it has. */
  readonly send: (text: string, id: string, cursor: number) => string;
}

export const isWelcome = (frame: string) => frame.includes('"type":"welcome"');

/** A `send` as each client says it. */
export const send = (text: string, id: string, since: number) =>
  JSON.stringify({ type: 'send', id, text, since });
