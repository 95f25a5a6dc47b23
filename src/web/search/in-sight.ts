/** The message that whoever reads the timeline has come to: the last that stands in sight whole; undefined where there is none. */
export function seqInSight(): number | undefined {
  const scroller = document.querySelector('.timeline-scroller');
  if (!scroller) return undefined;
  const { bottom } = scroller.getBoundingClientRect();
  const messages = [...scroller.querySelectorAll<HTMLElement>('article[data-seq]')];
  const last = messages.findLast((message) => message.getBoundingClientRect().bottom <= bottom + 1);
  return last && Number(last.dataset.seq);
}
