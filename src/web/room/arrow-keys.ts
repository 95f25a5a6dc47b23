import type { RoomSession } from './session.ts';

/** One stop for Tab in all of the messages: arrows go from one to the next, Tab into the actions of that one. Whether the key was one of these. */
export function moveByKey(key: string, from: HTMLElement, session: RoomSession): boolean {
  const to = target(from, key);
  if (!to) return false;
  session.active.value = to.id;
  to.focus({ preventScroll: true });
  to.scrollIntoView({ block: 'nearest' });
  return true;
}

function target(from: HTMLElement, key: string): HTMLElement | undefined {
  const articles = [...(from.parentElement?.querySelectorAll<HTMLElement>(':scope > article') ?? [])];
  const index = articles.indexOf(from);
  switch (key) {
    case 'ArrowUp':
      return articles[index - 1];
    case 'ArrowDown':
      return articles[index + 1];
    case 'Home':
      return articles[0];
    case 'End':
      return articles.at(-1);
    default:
      return undefined;
  }
}
