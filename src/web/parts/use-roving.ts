import { useLayoutEffect, useRef } from 'preact/hooks';
import { gridStep } from './grid-step.ts';
import { isModified } from './is-modified.ts';

/** One stop for Tab in all of the buttons of an element, and arrows between them; `onTop` is the way up from the first row. */
export function useRoving(sizes: readonly number[], columns: number, onTop: () => void = () => {}) {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const stop = ref.current?.querySelector('[tabindex="0"]') ?? ref.current?.querySelector('button');
    if (stop instanceof HTMLElement) stop.tabIndex = 0;
  });
  return {
    ref,
    onFocusIn: ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLButtonElement)) return;
      for (const stop of ref.current?.querySelectorAll<HTMLElement>('[tabindex="0"]') ?? [])
        stop.tabIndex = -1;
      target.tabIndex = 0;
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (isModified(event)) return;
      const buttons = [...(ref.current?.querySelectorAll('button') ?? [])];
      const from = buttons.indexOf(event.target as HTMLButtonElement);
      const to = from < 0 ? undefined : gridStep(inReadingOrder(event), sizes, columns, from);
      if (to === undefined && event.key === 'ArrowUp') onTop();
      if (to === undefined && !event.key.startsWith('Arrow')) return;
      event.preventDefault();
      buttons[to ?? -1]?.focus();
    },
  };
}

/** Where one reads from right to left, the next is on the left. */
function inReadingOrder({ key, target }: KeyboardEvent): string {
  if (getComputedStyle(target as Element).direction !== 'rtl') return key;
  return { ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' }[key] ?? key;
}
