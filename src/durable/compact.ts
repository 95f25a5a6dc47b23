import type { Member } from '../protocol/server-message.ts';
import type { Delivery, News } from '../room/delivery.ts';

/**
 * P1, P2: what is told at one beat, its signals merged: one `presence`, where the first one was, and for each member the
 * last that is known of its typing. Everything else as it is, in order.
 */
export function compact(messages: readonly Delivery[]): readonly Delivery[] {
  if (messages.filter(isSignal).length < 2) return messages;
  const news = messages.filter(isNews);
  const lastTyping = new Map(messages.map((message, index) => [typistOf(message), index]));
  return messages.flatMap((message, index): Delivery | readonly Delivery[] => {
    if (message.type === 'presence') return message === news[0] ? merged(news) : [];
    return message.type !== 'typing' || lastTyping.get(message.id) === index ? message : [];
  });
}

const isNews = (message: Delivery): message is News => message.type === 'presence';

const isSignal = (message: Delivery) => isNews(message) || message.type === 'typing';

const typistOf = (message: Delivery) => (message.type === 'typing' ? message.id : undefined);

/** All of them, one after the other: nobody is named twice. Who came and went again is told as gone. */
function merged(news: readonly News[]): News {
  const joined = new Map<string, Member>();
  const left = new Map<string, Member>();
  const changed = new Map<string, Member & { readonly was: string }>();
  for (const { joined: coming = [], left: going = [], changed: renamed = [] } of news) {
    for (const member of going) {
      joined.delete(member.id);
      changed.delete(member.id);
      left.set(member.id, member);
    }
    for (const member of coming) {
      left.delete(member.id);
      joined.set(member.id, member);
    }
    for (const { id, name, was } of renamed) {
      if (joined.has(id)) joined.set(id, { id, name });
      else changed.set(id, { id, name, was: changed.get(id)?.was ?? was });
    }
  }
  return {
    type: 'presence',
    ...(joined.size > 0 && { joined: [...joined.values()] }),
    ...(left.size > 0 && { left: [...left.values()] }),
    ...(changed.size > 0 && { changed: [...changed.values()] }),
    count: news.at(-1)?.count ?? 0,
  };
}
