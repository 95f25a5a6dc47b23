import axe from 'axe-core';
import { expect } from 'vitest';
import type { Person } from './person.ts';

/** Axe finds nothing wrong with the view that somebody has before them, in light and in dark; it is left in light. */
export async function looksRight(person: Person): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await person.page.emulateMedia({ colorScheme });
    expect(await violations(person), colorScheme).toEqual([]);
  }
}

/** Until all has risen to its place: what rises is pale, and lower. */
async function movesNoMore({ page }: Person): Promise<void> {
  await page.evaluate(async () => {
    const ends = ({ effect }: Animation) => Number.isFinite(effect?.getComputedTiming().endTime);
    await Promise.allSettled(
      document
        .getAnimations()
        .filter(ends)
        .map(({ finished }) => finished),
    );
  });
}

async function violations(person: Person): Promise<string[]> {
  const { page } = person;
  await movesNoMore(person);
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const found = await axe.run();
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
}

/** What of the view does not fit the window; what scrolls, by itself or with the page, may lie above or below it. */
export async function cutOff(person: Person): Promise<string[]> {
  await movesNoMore(person);
  return person.page.evaluate(() => {
    const scrolls = (element: Element, isCut = false): boolean => {
      const parent = element.parentElement;
      if (!parent) return !isCut;
      if (getComputedStyle(element).position === 'fixed') return false;
      const { overflowY } = getComputedStyle(parent);
      return /auto|scroll/.test(overflowY) || scrolls(parent, isCut || overflowY !== 'visible');
    };
    const fits = (element: Element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      const isAcross = left >= 0 && right <= innerWidth;
      return isAcross && (scrolls(element) || (top >= 0 && bottom <= innerHeight));
    };
    const seen = [
      ...document.querySelectorAll(
        'h1, h2, p, a, button, input, label, select, textarea, article, dialog[open]',
      ),
    ];
    const cut = seen.filter((element) => element.checkVisibility() && !fits(element));
    const isWide = document.documentElement.scrollWidth > innerWidth;
    return [...(isWide ? ['the page'] : []), ...cut.map((element) => element.outerHTML.slice(0, 120))];
  });
}
