/** As the buttons name them, by ARIA's rules: what a screen reader says is what the keyboard does. */
export const LETTER_KEYS = { reply: 'R', edit: 'E', react: 'Plus' } as const;

/** Presses that one of the message's buttons which a single letter stands for. Whether it did. */
export function actByKey(key: string, message: HTMLElement): boolean {
  const name = key === '+' ? LETTER_KEYS.react : key.toUpperCase();
  const button = message.querySelector<HTMLButtonElement>(`[aria-keyshortcuts="${CSS.escape(name)}"]`);
  button?.click();
  return button !== null;
}
