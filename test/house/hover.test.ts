import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const WEB = fileURLToPath(new URL('../../src/web/', import.meta.url));
const WHERE_SOMETHING_HOVERS = /@media \(hover: hover\) \{\n(?: .*\n|\n)*\}/g;
const COMMENTS = /\/\*.*?\*\//gs;
const SELECTORS = /[^{}]+(?=\{)/g;

/** What looks otherwise while it is pointed at, even where that is said by the last tap, and stays so until the next. */
function sticky(style: string): string[] {
  const selectors = style.replace(COMMENTS, '').replace(WHERE_SOMETHING_HOVERS, '').match(SELECTORS) ?? [];
  return selectors.map((selector) => selector.trim()).filter(isSticky);
}

/** Not what says that it looks the same. */
function isSticky(selector: string): boolean {
  const all = selector.split(',').map((one) => one.trim());
  return all.some((one) => !all.includes(one.replaceAll(':hover', '')) || /:not\([^)]*:hover/.test(one));
}

describe('the style', () => {
  it('of what is pointed at is for those who point: under a finger it would stay after a tap', () => {
    const files = globSync('**/*.css', { cwd: WEB });
    expect(files.length).toBeGreaterThan(20);
    const found = files.flatMap((file) =>
      sticky(readFileSync(join(WEB, file), 'utf8')).map((selector) => `${file}: ${selector}`),
    );
    expect(found).toEqual([]);
  });

  it('is caught, and let be where it says that nothing changes', () => {
    const hovered = (selector: string) => `${selector} {\n  color: red;\n}\n`;
    const guarded = (rule: string) =>
      `@media (hover: hover) {\n  ${rule.trim().replaceAll('\n', '\n  ')}\n}\n`;
    expect(sticky(guarded(hovered('.a:hover')) + hovered('.b:hover'))).toEqual(['.b:hover']);
    expect(sticky(hovered('.a,\n.a:hover') + hovered('.b'))).toEqual([]);
    expect(sticky(hovered('.a:not(:hover)'))).toEqual(['.a:not(:hover)']);
  });
});
