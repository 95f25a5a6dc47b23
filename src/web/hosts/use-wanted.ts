import { useSignal } from '@preact/signals';

/**
 * A setting as it is now, or as somebody wants it until the room has answered: whatever else comes meanwhile does not
 * show the earlier one again. Refused, it is what it was.
 */
export function useWanted<Value>(
  present: Value,
  change: (wanted: Value) => Promise<unknown>,
): [shown: Value, want: (value: Value) => Promise<void>] {
  const wanted = useSignal<{ readonly value: Value } | undefined>(undefined);
  const want = async (value: Value) => {
    const mine = { value };
    wanted.value = mine;
    await change(value);
    if (wanted.peek() === mine) wanted.value = undefined;
  };
  return [wanted.value ? wanted.value.value : present, want];
}
