import type { Delivery, News } from '../room/delivery.ts';

/**
 * P1, P2: what is told at one beat, its signals merged: one `presence`, where the first one was, and for each member the
 * last that is known of its typing. Everything else as it is, in order.
 */
export function compact(messages: readonly Delivery[]): readonly Delivery[] {
  if (messages.filter(isSignal).length < 2) return messages;
  const lastTyping = new Map(messages.map((message, index) => [typistOf(message), index]));
  const kept: Delivery[] = [];
  let news: number | undefined;
  messages.forEach((message, index) => {
    const earlier = news === undefined ? undefined : kept[news];
    if (message.type === 'presence' && news !== undefined && earlier?.type === 'presence') {
      kept[news] = mergeNews(earlier, message);
    } else if (message.type !== 'typing' || lastTyping.get(message.id) === index) {
      if (message.type === 'presence') news = kept.length;
      kept.push(message);
    }
  });
  return kept;
}

const isSignal = ({ type }: Delivery) => type === 'presence' || type === 'typing';

const typistOf = (message: Delivery) => (message.type === 'typing' ? message.id : undefined);

/** Both, one after the other: nobody is named twice. Who came and went again is told as gone. */
function mergeNews(earlier: News, later: News): News {
  const byId = <Who extends { readonly id: string }>(members: readonly Who[] = []) =>
    new Map(members.map((member) => [member.id, member]));
  const [joined, left, changed] = [byId(earlier.joined), byId(earlier.left), byId(earlier.changed)];
  for (const member of later.left ?? []) {
    joined.delete(member.id);
    changed.delete(member.id);
    left.set(member.id, member);
  }
  for (const member of later.joined ?? []) {
    left.delete(member.id);
    joined.set(member.id, member);
  }
  for (const member of later.changed ?? []) {
    const { id, name } = member;
    if (joined.has(id)) joined.set(id, { id, name });
    else changed.set(id, { ...member, was: changed.get(id)?.was ?? member.was });
  }
  return {
    type: 'presence',
    ...(joined.size > 0 && { joined: [...joined.values()] }),
    ...(left.size > 0 && { left: [...left.values()] }),
    ...(changed.size > 0 && { changed: [...changed.values()] }),
    count: later.count,
  };
}
