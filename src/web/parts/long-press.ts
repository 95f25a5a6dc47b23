import { useEffect, useMemo } from 'preact/hooks';

const LONG = 500;
/** In px: a finger that moves more scrolls. */
const STILL = 10;

/** What an element listens to so that a finger resting on it, and not on what matches `except`, runs `press`. */
export function useLongPress(press: () => void, except?: string) {
  const hold = useMemo(() => new LongPress(), []);
  hold.onPress = press;
  useEffect(() => () => hold.end(), []);
  return {
    onPointerDown: (event: PointerEvent) => hold.begin(event, except),
    onPointerMove: (event: PointerEvent) => hold.move(event),
    onPointerUp: () => hold.end(),
    onPointerCancel: () => hold.end(),
    onClickCapture: (event: MouseEvent) => hold.click(event),
  };
}

/** One finger: begun, perhaps moved, ended; then the click that the browser makes of it. */
export class LongPress {
  onPress: () => void = () => {};
  #timer: ReturnType<typeof setTimeout> | undefined;
  #from = { x: 0, y: 0 };
  #isDone = false;

  begin({ pointerType, target, clientX, clientY }: PointerEvent, except: string | undefined): void {
    this.end();
    this.#isDone = false;
    if (pointerType !== 'touch' || (except && (target as Element).closest(except))) return;
    this.#from = { x: clientX, y: clientY };
    this.#timer = setTimeout(() => {
      this.#isDone = true;
      this.onPress();
    }, LONG);
  }

  move({ clientX, clientY }: PointerEvent): void {
    if (Math.hypot(clientX - this.#from.x, clientY - this.#from.y) > STILL) this.end();
  }

  end(): void {
    clearTimeout(this.#timer);
  }

  /** The click that lifting the finger makes is no tap. */
  click(event: MouseEvent): void {
    if (!this.#isDone) return;
    this.#isDone = false;
    event.preventDefault();
    event.stopPropagation();
  }
}
