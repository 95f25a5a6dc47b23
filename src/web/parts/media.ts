import { type ReadonlySignal, signal } from '@preact/signals';

/** Whether a media query holds, as it changes. */
function media(query: string): ReadonlySignal<boolean> {
  const list = window.matchMedia(query);
  const holds = signal(list.matches);
  list.addEventListener('change', () => {
    holds.value = list.matches;
  });
  return holds;
}

export const isWide = media('(min-width: 900px)');
/** No mouse: Enter breaks the line, and a tap shows what a pointer would by hovering. */
export const isTouch = media('(pointer: coarse)');
