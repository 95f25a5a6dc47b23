/** Calls a function of somebody else's: what it throws is shown, and stops nobody. */
export function tell<Value>(listener: (value: Value) => void, value: Value): void {
  try {
    listener(value);
  } catch (error) {
    console.error(error);
  }
}
