import { useLayoutEffect } from 'preact/hooks';

/** px that the actions need above a message or below it, in two lines. */
const ROOM = 100;
/** px between the actions and the edge of what is shown, where they stand over their message. */
const EDGE = 8;

/**
 * While the actions of a message stay open: where nothing hovers they stand where they can be seen, and a press anywhere but on
 * the message closes them. `id` is that of its element.
 */
export function useInReach(isOpen: boolean, id: string, close: () => void): void {
  useLayoutEffect(() => {
    const article = document.getElementById(id);
    if (!isOpen || !article) return;
    const press = ({ target }: PointerEvent) => {
      if (!article.contains(target as Node)) close();
    };
    article.style.setProperty('--actions', placeOf(article));
    document.addEventListener('pointerdown', press);
    return () => {
      article.style.removeProperty('--actions');
      document.removeEventListener('pointerdown', press);
    };
  }, [isOpen]);
}

/** As `inset-block`: above the message where there is room, else below it, else where what is shown begins. */
function placeOf(article: HTMLElement): string {
  const message = article.getBoundingClientRect();
  const shown = article.closest('[role=log]')?.getBoundingClientRect() ?? message;
  if (message.top - shown.top >= ROOM) return 'auto 100%';
  if (shown.bottom - message.bottom >= ROOM) return '100% auto';
  return `${shown.top - message.top + EDGE}px auto`;
}
