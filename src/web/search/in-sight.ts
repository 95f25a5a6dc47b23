/** The message that whoever reads the timeline has come to, by its seq; undefined where there is none. */
export function seqInSight(): number | undefined {
  const scroller = document.querySelector('.timeline-scroller');
  if (!scroller) return undefined;
  const messages = [...scroller.querySelectorAll<HTMLElement>('article[data-seq]')];
  const boxes = messages.map((message) => message.getBoundingClientRect());
  const last = messages[lastInSight(boxes, scroller.getBoundingClientRect())];
  return last && Number(last.dataset.seq);
}

type Box = Pick<DOMRect, 'top' | 'bottom'>;

/** Which of them, from top to bottom, is the last that stands in sight whole, or else the one that fills the screen; -1 where none is there. */
export function lastInSight(boxes: readonly Box[], view: Box): number {
  const whole = boxes.findLastIndex(({ top, bottom }) => top >= view.top - 1 && bottom <= view.bottom + 1);
  if (whole >= 0) return whole;
  const middle = (view.top + view.bottom) / 2;
  return boxes.findLastIndex(({ top, bottom }) => top <= middle && bottom > view.top);
}
