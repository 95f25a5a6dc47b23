const EMOJI = /^\p{RGI_Emoji}$/v;
const EMOJI_STYLE = '\uFE0F';

/** S8: the emoji as it is stored, a lone text-style one completed, or undefined where it is not one emoji. */
export function oneEmoji(text: string): string | undefined {
  if (EMOJI.test(text)) return text;
  const completed = text + EMOJI_STYLE;
  return EMOJI.test(completed) ? completed : undefined;
}
