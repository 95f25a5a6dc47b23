/** A thread of its own, so that those who measure are not slowed by those who flood: `connections` sockets that send what they can, and come back whenever they are thrown out. */
import { parentPort, workerData } from 'node:worker_threads';
import WebSocket from 'ws';
import { SUBPROTOCOL } from '../../src/protocol/limits.ts';

export interface Flood {
  readonly port: number;
  readonly room: string;
  readonly connections: number;
  /** Frames of each connection. */
  readonly perSecond: number;
  readonly seconds: number;
  /** Who comes back as the same member, or else as a new one each time. */
  readonly isOneMember: boolean;
  /** Some of them by the classic dialect. */
  readonly isMixed: boolean;
}

export interface Flooded {
  frames: number;
  connections: number;
  /** Ids under which they were let in. */
  members: string[];
}

const TICK = 10;
const { port, room, connections, perSecond, seconds, isOneMember, isMixed } = workerData as Flood;
const flooded: Flooded = { frames: 0, connections: 0, members: [] };
const url = `ws://127.0.0.1:${port}/api/rooms/${room}/socket`;
const endAt = Date.now() + seconds * 1_000;

/** One seat of the flood: sends whether it is heard or not. */
function sit(seat: number): void {
  let token: string | undefined;
  let socket = open();
  const start = performance.now();
  let due = 0;
  const timer = setInterval(() => {
    if (Date.now() > endAt) {
      clearInterval(timer);
      socket.terminate();
      return;
    }
    if (socket.readyState === WebSocket.CLOSED) socket = open();
    const now = Math.round(((performance.now() - start) / 1_000) * perSecond);
    for (; due < now; due++) say(due);
  }, TICK);

  function open(): WebSocket {
    const isClassic = isMixed && seat % 5 === 0;
    const headers = { 'CF-Connecting-IP': `203.0.113.${seat % 10}` };
    const opened = new WebSocket(url, isClassic ? [] : [SUBPROTOCOL], { headers });
    flooded.connections++;
    opened.on('error', () => {});
    opened.on('open', () => {
      const known = isOneMember && token !== undefined ? { token } : {};
      opened.send(JSON.stringify({ type: 'join', name: `Raider ${seat}`, ...known }));
    });
    opened.once('message', (data) => {
      const [first] = [JSON.parse(String(data))].flat();
      if (first.type !== 'welcome') return;
      token = first.token;
      flooded.members.push(first.self.id);
    });
    return opened;
  }

  function say(turn: number): void {
    flooded.frames++;
    if (socket.readyState !== WebSocket.OPEN) return;
    socket.send(`{"type":"send","id":"r${turn}","text":"RAID ${seat} ${turn}"}`);
  }
}

for (let seat = 0; seat < connections; seat++) sit(seat);
setTimeout(() => parentPort?.postMessage(flooded), seconds * 1_000 + 500);
