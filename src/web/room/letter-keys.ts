/** As the buttons name them, by ARIA's rules: what a screen reader says is what the keyboard does. */
export const LETTER_KEYS = { reply: 'R', edit: 'E', react: 'Plus' } as const;

/** While a message itself has the focus, a single letter presses one of its buttons. Whether it did. */
export function actByKey(event: KeyboardEvent): boolean {
  const message = event.target as HTMLElement;
  if (message.tagName !== 'ARTICLE' || event.altKey || event.ctrlKey || event.metaKey) return false;
  const name = event.key === '+' ? LETTER_KEYS.react : event.key.toUpperCase();
  const button = message.querySelector<HTMLButtonElement>(`[aria-keyshortcuts="${CSS.escape(name)}"]`);
  if (!button) return false;
  event.preventDefault();
  button.click();
  return true;
}
