import { useEffect } from 'preact/hooks';
import { isTouch } from './media.ts';

const TABBABLE = ':is(a[href], button, input, textarea, select, [tabindex]):not(:disabled, [tabindex="-1"])';

/**
 * Where what had the focus leaves the page, or can no longer have it, the focus goes to what is left around it: the
 * message of a reaction, the text of a button that sent it, the next of a list.
 */
export function FocusKeeper() {
  useEffect(() => {
    const page = document.getElementById('app');
    if (!page) return;
    let around: HTMLElement[] = [];
    const remember = ({ target }: FocusEvent) => {
      around = [...ancestors(target as HTMLElement, page)];
    };
    // Who looks elsewhere has not lost it; what was taken away with the focus is gone only after this event.
    const forget = () =>
      queueMicrotask(() => {
        const [last] = around;
        if (last && document.activeElement === document.body && !isLost(last)) around = [];
      });
    const observer = new MutationObserver(() => {
      const [last] = around;
      if (last && document.activeElement === document.body && isLost(last))
        standInOf(around)?.focus({ preventScroll: true });
    });
    page.addEventListener('focusin', remember);
    page.addEventListener('focusout', forget);
    observer.observe(page, { childList: true, subtree: true, attributeFilter: ['disabled'] });
    return () => {
      page.removeEventListener('focusin', remember);
      page.removeEventListener('focusout', forget);
      observer.disconnect();
    };
  }, []);
  return null;
}

function* ancestors(element: HTMLElement, end: HTMLElement): Generator<HTMLElement> {
  for (let at: HTMLElement | null = element; at && at !== end; at = at.parentElement) yield at;
}

const isLost = (element: HTMLElement) => !element.isConnected || element.matches(':disabled');

/** No keyboard opens on a screen that nobody asked for. */
function standInOf(around: readonly HTMLElement[]): HTMLElement | undefined {
  for (const element of around.slice(1)) {
    if (!element.isConnected) continue;
    const found = element.hasAttribute('tabindex') ? element : element.querySelector<HTMLElement>(TABBABLE);
    if (found && !(isTouch.value && found.matches('input, textarea'))) return found;
  }
  return undefined;
}
