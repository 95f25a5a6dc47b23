import type { ServerMessage, Welcome } from '../../src/protocol/server-message.ts';

export function welcomeIn(told: readonly ServerMessage[]): Welcome {
  const welcome = told.find(({ type }) => type === 'welcome');
  if (welcome?.type !== 'welcome') throw new Error(`No welcome: ${JSON.stringify(told)}`);
  return welcome;
}
