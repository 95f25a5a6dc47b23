import { expect, it } from 'vitest';
import { memberHue } from '../../src/web/parts/member-look.ts';
import { setStage } from '../support/stage.ts';

const stage = setStage();

/** Of people enough that each look is among them. */
const HUES = [...new Set(Array.from({ length: 1_000 }, (_, id) => memberHue(`member ${id}`)))];

it.each(['light', 'dark'] as const)(
  'no two faces are alike to the eye, and their letters can be read, %s',
  async (colorScheme) => {
    const ann = await stage.enter('Ann', { colorScheme });
    const looks = await ann.page.evaluate((hues) => {
      const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
      const rgb = (colour: string) => {
        if (!canvas) return [];
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
        return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
      };
      return hues.map((hue) => {
        const face = document.createElement('span');
        face.className = 'avatar';
        face.style.setProperty('--hue', String(hue));
        document.body.append(face);
        const { backgroundColor, color } = getComputedStyle(face);
        const look = { hue, face: rgb(backgroundColor), letters: rgb(color) };
        face.remove();
        return look;
      });
    }, HUES);
    expect(looks).toHaveLength(24);
    expect(looks.filter(({ face, letters }) => contrast(face, letters) < 4.5)).toEqual([]);
    const pairs = looks.flatMap((one, at) => looks.slice(at + 1).map((other) => [one, other] as const));
    const apart = pairs.map(([one, other]) =>
      Math.hypot(...one.face.map((n, at) => n - (other.face[at] ?? 0))),
    );
    expect(Math.min(...apart)).toBeGreaterThan(9);
  },
);

/** As WCAG 2 has it. */
function contrast(one: readonly number[], other: readonly number[]): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(rgb: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = rgb.map((n) => {
    const part = n / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
