import type { WebSocketRoute } from 'playwright-core';
import type { CommandType } from '../../src/protocol/client-message.ts';
import { type Refusal, withId } from '../../src/protocol/codes.ts';
import type { Person } from '../support/person.ts';
import { crowded } from './crowd.ts';

/** Lines to a room that a room itself would give only in a bad hour, or before 5,000 people. */

const SOCKET = /\/socket$/;

/** One that opens and never says anything. */
export async function deafLine({ page }: Person): Promise<void> {
  await page.routeWebSocket(SOCKET, () => {});
}

/** One that can be closed as the room would. */
export async function closableLine({ page }: Person): Promise<{ close(code: number): Promise<void> }> {
  const sockets: WebSocketRoute[] = [];
  await page.routeWebSocket(SOCKET, (socket) => {
    socket.connectToServer();
    sockets.push(socket);
  });
  return {
    close: async (code) => {
      for (const socket of sockets) await socket.close({ code });
    },
  };
}

/** One on which the room refuses commands of that type. */
export async function refusingLine({ page }: Person, type: CommandType, why: Refusal): Promise<void> {
  await page.routeWebSocket(SOCKET, (socket) => {
    const room = socket.connectToServer();
    socket.onMessage((frame) => {
      const refused = commandIn(`${frame}`, type);
      if (refused) socket.send(JSON.stringify({ type: 'error', ...withId(why, refused.id) }));
      else room.send(frame);
    });
  });
}

/** One to a room in which 5,000 people are. */
export async function crowdedLine({ page }: Person): Promise<void> {
  await page.routeWebSocket(SOCKET, (socket) => {
    const room = socket.connectToServer();
    room.onMessage((frame) => socket.send(crowded(`${frame}`)));
  });
}

function commandIn(frame: string, wanted: CommandType): { id?: string } | undefined {
  if (!frame.startsWith('{') && !frame.startsWith('[')) return undefined;
  const commands: { type: string; id?: string }[] = [JSON.parse(frame)].flat();
  return commands.find(({ type }) => type === wanted);
}
