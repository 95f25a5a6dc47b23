const FLAG = String.raw`\p{Regional_Indicator}{2}`;
const KEYCAP = String.raw`[\d#*]\uFE0F\u20E3`;
const PICTURE = String.raw`(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}[\uFE0F\p{Emoji_Modifier}])`;
const TAGS = String.raw`(?:[\u{E0020}-\u{E007E}]+\u{E007F})?`;
const PART = String.raw`${PICTURE}[\uFE0F\p{Emoji_Modifier}]?${TAGS}`;
const EMOJI = String.raw`(?:${FLAG}|${KEYCAP}|${PART}(?:\u200D${PART})*)`;

/**
 * One to six emoji, and nothing else: they are shown large. By their form (UTS 51, 1.4.9), not by the list of them:
 * `\p{RGI_Emoji}` says the same of what people type, and a browser takes as long to make it as for fifty messages.
 */
export const ONLY_EMOJI = new RegExp(String.raw`^(?:${EMOJI}\s?){1,6}$`, 'u');
