import { useLayoutEffect, useRef } from 'preact/hooks';

/** A dialog that stands over the page as long as it is drawn; `show` for one that opens in a way of its own. */
export function useModal(show: (dialog: HTMLDialogElement) => void = showModal) {
  const ref = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    if (!ref.current) return;
    show(ref.current);
    if (ref.current.getAttribute('closedby') === 'any' && !('closedBy' in ref.current)) {
      closeBeside(ref.current);
    }
  }, []);
  return ref;
}

const showModal = (dialog: HTMLDialogElement) => dialog.showModal();

/** A press that begins and ends beside a dialog closes it: by itself where the browser knows `closedby`, as Safari does not. */
function closeBeside(dialog: HTMLDialogElement): void {
  let hasBegun = false;
  const isBeside = ({ target, clientX, clientY }: PointerEvent) => {
    const { left, right, top, bottom } = dialog.getBoundingClientRect();
    const isWithin = clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
    return target === dialog && !isWithin;
  };
  dialog.addEventListener('pointerdown', (event) => {
    hasBegun = isBeside(event);
  });
  dialog.addEventListener('pointerup', (event) => {
    if (hasBegun && isBeside(event)) dialog.close();
  });
}
