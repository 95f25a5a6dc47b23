/** Whether a key is an input method's own, which composes a text with it; Safari says so by 229 alone. */
export const isComposing = (event: KeyboardEvent) => event.isComposing || event.keyCode === 229;

/** Whether a key is pressed together with another that makes it the browser's, as Alt+Left is the way back. */
export const isModified = ({ altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent) =>
  altKey || ctrlKey || metaKey || shiftKey;
