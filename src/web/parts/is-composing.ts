/** Whether a key is an input method's own, which composes a text with it; Safari says so by 229 alone. */
export const isComposing = (event: KeyboardEvent) => event.isComposing || event.keyCode === 229;
