import type { Member } from '../protocol/server-message.ts';
import type { Delivery, News } from '../room/delivery.ts';

/**
 * P1, P2: what is told at one beat, its signals merged: who has come, where the first `presence` was; who has gone, where
 * the last one was; and for each member the last that is known of its typing. Everything else as it is, in order.
 */
export function compact(messages: readonly Delivery[]): readonly Delivery[] {
  if (messages.filter(isSignal).length < 2) return messages;
  const news = messages.filter(isNews);
  const { came, went } = merged(news);
  const lastTyping = new Map(messages.map((message, place) => [typistOf(message), place]));
  return messages.flatMap((message, place): Delivery | readonly Delivery[] => {
    if (message.type === 'typing') return lastTyping.get(message.id) === place ? message : [];
    if (message.type !== 'presence') return message;
    return [...(message === news[0] ? came : []), ...(message === news.at(-1) ? went : [])];
  });
}

const isNews = (message: Delivery): message is News => message.type === 'presence';

const isSignal = (message: Delivery) => isNews(message) || message.type === 'typing';

const typistOf = (message: Delivery) => (message.type === 'typing' ? message.id : undefined);

interface Sum {
  readonly joined: Map<string, Member>;
  readonly left: Map<string, Member>;
  readonly changed: Map<string, Member & { readonly was: string }>;
}

/** All of it, one after the other. Who came and went again is told as gone; who took a new name is told of it in any case. */
function merged(news: readonly News[]): { readonly came: readonly News[]; readonly went: readonly News[] } {
  const { joined, left, changed } = summed(news);
  const common = { type: 'presence', count: news.at(-1)?.count ?? 0 } as const;
  const went = left.size > 0 ? [{ ...common, left: [...left.values()] }] : [];
  const came = {
    ...common,
    ...(joined.size > 0 && { joined: [...joined.values()] }),
    ...(changed.size > 0 && { changed: [...changed.values()] }),
  };
  const saysNothingNew = went.length > 0 && joined.size + changed.size === 0;
  return { came: saysNothingNew || news.length === 0 ? [] : [came], went };
}

function summed(news: readonly News[]): Sum {
  const sum: Sum = { joined: new Map(), left: new Map(), changed: new Map() };
  const { joined, left, changed } = sum;
  for (const { joined: coming = [], shown = [], left: going = [], changed: renamed = [] } of news) {
    for (const member of going) {
      joined.delete(member.id);
      changed.delete(member.id);
      left.set(member.id, member);
    }
    for (const member of [...coming, ...shown]) {
      left.delete(member.id);
      joined.set(member.id, member);
    }
    for (const { id, name, was } of renamed) {
      if (joined.has(id)) joined.set(id, { id, name });
      changed.set(id, { id, name, was: changed.get(id)?.was ?? was });
    }
  }
  return sum;
}
