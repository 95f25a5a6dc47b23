import { useSignal } from '@preact/signals';
import type { OnDemand } from './on-demand.ts';

/** What is loaded when it is first opened: its code while it stands open, how to open it, and to close it. */
export function useOpened<Part>(code: OnDemand<Part>, onFailure: () => void) {
  const opened = useSignal<Part | undefined>(undefined);
  return {
    part: opened.value,
    open: () =>
      void code.need().then((part) => {
        if (part) opened.value = part;
        else onFailure();
      }),
    close: () => {
      opened.value = undefined;
    },
  };
}
