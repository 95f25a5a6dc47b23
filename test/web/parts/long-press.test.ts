import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { LongPress } from '../../../src/web/parts/long-press.ts';

let finger: LongPress;
const pressed = vi.fn();
const at = (clientX: number, pointerType = 'touch') => {
  const target = { closest: (selector: string) => (selector === 'a' ? {} : null) };
  return { clientX, clientY: 0, pointerType, target } as unknown as PointerEvent;
};
const click = () => {
  const event = { preventDefault: vi.fn(), stopPropagation: vi.fn() };
  finger.click(event as unknown as MouseEvent);
  return event;
};

beforeEach(() => {
  vi.useFakeTimers();
  pressed.mockClear();
  finger = new LongPress();
  finger.onPress = pressed;
});
afterEach(() => vi.useRealTimers());

it('a finger that rests presses, and its click is no tap', () => {
  finger.begin(at(0), undefined);
  finger.move(at(4));
  vi.advanceTimersByTime(600);
  expect(pressed).toHaveBeenCalledOnce();
  finger.end();
  expect(click().stopPropagation).toHaveBeenCalledOnce();
  expect(click().stopPropagation).not.toHaveBeenCalled();
});

it.each<[string, () => void]>([
  ['moves', () => finger.move(at(20))],
  ['is lifted', () => finger.end()],
])('a finger that %s before the time taps or scrolls', (_, does) => {
  finger.begin(at(0), undefined);
  does();
  vi.advanceTimersByTime(600);
  expect(pressed).not.toHaveBeenCalled();
  expect(click().stopPropagation).not.toHaveBeenCalled();
});

it('a mouse does not press, and a finger not on what has its own', () => {
  finger.begin(at(0, 'mouse'), undefined);
  vi.advanceTimersByTime(600);
  finger.begin(at(0), 'a');
  vi.advanceTimersByTime(600);
  expect(pressed).not.toHaveBeenCalled();
});
