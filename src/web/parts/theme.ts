import { effect } from '@preact/signals';
import { theme } from './settings.ts';

/** Shows the theme that was chosen; without a choice the style and the browser's own bars follow the system. */
export function followTheme(): void {
  const bars = document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]');
  effect(() => {
    const chosen = theme.chosen.value;
    document.documentElement.dataset.theme = chosen;
    for (const bar of bars) bar.media = mediaFor(bar.dataset.theme, chosen);
  });
}

function mediaFor(scheme: string | undefined, chosen: typeof theme.chosen.value): string {
  if (chosen === 'system') return `(prefers-color-scheme: ${scheme})`;
  return chosen === scheme ? 'all' : 'not all';
}
