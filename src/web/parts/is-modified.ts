/** Whether a key is pressed together with another that makes it the browser's, as Alt+Left is the way back. */
export const isModified = ({ altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent) =>
  altKey || ctrlKey || metaKey || shiftKey;
