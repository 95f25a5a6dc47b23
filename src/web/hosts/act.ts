import type { HostCommand } from '../../client/room-client.ts';
import { whyNot } from '../parts/refusals.ts';
import type { HostVisit } from './host-visit.ts';

/** Does something as a host; says why where it was not done. Whether it was. */
export async function act(session: HostVisit, command: HostCommand): Promise<boolean> {
  const problem = await whyNot(session.host(command));
  if (problem !== undefined) session.notice.say(problem);
  return problem === undefined;
}
