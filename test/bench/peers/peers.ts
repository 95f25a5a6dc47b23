import { fileURLToPath } from 'node:url';
import { ServerProcess } from '../servers/server-process.ts';
import { startWorkerd } from '../servers/workerd.ts';
import type { WorkerPeer } from '../servers/workerd-config.ts';
import { isWelcome, send, type Tongue } from './tongue.ts';

export type PeerName = 'parlor' | 'naive' | 'partyserver' | 'socket.io' | 'ws' | 'echo' | 'sink';

/** A server that does the job, and how one speaks with it. */
export interface Peer {
  readonly name: PeerName;
  /** In a table. */
  readonly title: string;
  readonly tongue: Tongue;
  readonly start: () => Promise<ServerProcess>;
  /** In workerd: what runs there, so that its rows can be counted. */
  readonly worker?: WorkerPeer;
}

const named = (path: string) => (room: string, name: string) =>
  `${path}${room}?name=${encodeURIComponent(name)}`;
const plain = (path: string): Tongue => ({ path: named(path), isWelcome, send });

const parlor: Tongue = {
  path: (room) => `/api/rooms/${room}/socket`,
  subprotocol: 'parlor.v1',
  greeting: (name) => JSON.stringify({ type: 'join', name }),
  isWelcome,
  send,
};

/** Engine.IO's packets, and Socket.IO's in them. */
const socketIo: Tongue = {
  path: (_, name) => `/socket.io/?EIO=4&transport=websocket&name=${encodeURIComponent(name)}`,
  isWelcome,
  answer: (frame) => ({ '0': '40', '2': '3' })[frame.charAt(0)],
  send: (text, id, cursor) => `42["send",${send(text, id, cursor)}]`,
};

const inWorkerd = (name: PeerName, title: string, tongue: Tongue, worker: WorkerPeer): Peer => ({
  ...{ name, title, tongue, worker },
  start: () => startWorkerd(worker),
});

const inNode = (name: PeerName, title: string, tongue: Tongue, file: string): Peer => ({
  ...{ name, title, tongue },
  start: () => ServerProcess.start(process.execPath, [fileURLToPath(new URL(file, import.meta.url))]),
});

/** Those that do the job, then those that show what the runtime itself takes. */
export const peers: readonly Peer[] = [
  inWorkerd('parlor', 'Parlor', parlor, {
    entry: '../../src/worker.ts',
    objects: { ROOMS: 'RoomObject', KEYRING: 'KeyringObject', DIRECTORY: 'DirectoryObject' },
    // E1 is for people: here a member says as much as the load asks for.
    vars: { RATE_BURST: '1000000', RATE_PER_SECOND: '1000000' },
  }),
  inWorkerd('naive', 'naive room', plain('/'), {
    entry: 'peers/naive-room.ts',
    objects: { ROOMS: 'NaiveRoom' },
  }),
  inWorkerd('partyserver', 'partyserver', plain('/parties/party-room/'), {
    entry: 'peers/party-room.ts',
    objects: { PartyRoom: 'PartyRoom' },
  }),
  inNode('socket.io', 'socket.io', socketIo, 'socket-io-server.ts'),
  inNode('ws', 'ws', plain('/'), 'ws-server.ts'),
  inWorkerd('echo', 'bare echo', plain('/'), { entry: 'peers/echo-room.ts', objects: { ROOMS: 'EchoRoom' } }),
  inWorkerd('sink', 'bare sink', plain('/'), { entry: 'peers/sink-room.ts', objects: { ROOMS: 'SinkRoom' } }),
];
