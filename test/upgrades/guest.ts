import { RoomClient } from '../../src/client/room-client.ts';
import type { RoomState } from '../../src/client/state.ts';
import type { Message } from '../../src/protocol/server-message.ts';
import type { DevServer } from '../support/dev-server.ts';
import { MemoryStorage } from '../support/memory-storage.ts';

/** Somebody in a room of a real server, by the client that the page uses. */
export class Guest {
  readonly client: RoomClient;
  #token = '';

  private constructor(server: DevServer, room: string, name: string, token?: string) {
    this.client = new RoomClient({
      url: `ws://localhost:${server.port}/api/rooms/${room}/socket`,
      room,
      name,
      storage: new MemoryStorage(),
      ...(token !== undefined && { token }),
      onToken: (token) => {
        this.#token = token;
      },
    });
  }

  static async join(server: DevServer, room: string, name: string, token?: string): Promise<Guest> {
    const guest = new Guest(server, room, name, token);
    guest.client.open();
    await guest.until(({ line }) => line.state === 'live');
    return guest;
  }

  /** With which code the room refuses whoever shows this token. */
  static async isKeptOut(server: DevServer, room: string, token: string): Promise<string | undefined> {
    const guest = new Guest(server, room, 'Guest', token);
    guest.client.open();
    await guest.until(({ line }) => line.state === 'refused' || line.state === 'live');
    const { line } = guest.client.state;
    guest.client.close();
    return line.state === 'refused' ? line.why.code : undefined;
  }

  get token(): string {
    return this.#token;
  }

  get id(): string {
    return this.client.state.self?.id ?? '';
  }

  get timeline(): readonly Message[] {
    return this.client.state.messages;
  }

  /** Answers the message as the room acknowledged it. */
  async says(text: string, target: Parameters<RoomClient['send']>[1] = {}): Promise<Message> {
    const id = this.client.send(text, target);
    const isOwn = (message: Message) => message.id === id && message.from.id === this.id;
    await this.until(({ messages }) => messages.some(isOwn));
    return this.timeline.find(isOwn) as Message;
  }

  until(isTrue: (state: RoomState) => boolean): Promise<void> {
    if (isTrue(this.client.state)) return Promise.resolve();
    return new Promise((resolve) => {
      const stop = this.client.subscribe((state) => {
        if (!isTrue(state)) return;
        stop();
        resolve();
      });
    });
  }
}
