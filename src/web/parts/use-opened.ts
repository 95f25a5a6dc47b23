import { useSignal } from '@preact/signals';
import type { OnDemand } from './on-demand.ts';

/** What is loaded when it is first opened: its code while it stands open, how to open it, and to close it. */
export function useOpened<Part>(code: OnDemand<Part>, onFailure: () => void) {
  const isOpen = useSignal(false);
  return {
    part: isOpen.value ? code.part.value : undefined,
    open: async () => {
      isOpen.value = true;
      if (await code.need()) return;
      if (isOpen.peek()) onFailure();
      isOpen.value = false;
    },
    close: () => {
      isOpen.value = false;
    },
  };
}
