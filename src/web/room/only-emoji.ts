const FLAG = String.raw`\p{Regional_Indicator}{2}`;
const KEYCAP = String.raw`[\d#*]\uFE0F\u20E3`;
const TAGS = String.raw`(?:[\u{E0020}-\u{E007E}]+\u{E007F})?`;
/** In two kinds that have nothing in common, and begun by nothing that can go on with one: there is one way to read a text. */
const COLOURED = String.raw`\p{Emoji_Presentation}[\uFE0F\p{Emoji_Modifier}]?`;
const MADE_COLOURED = String.raw`(?!\p{Emoji_Presentation})\p{Extended_Pictographic}[\uFE0F\p{Emoji_Modifier}]`;
const PART = String.raw`(?![\p{Emoji_Modifier}\p{Regional_Indicator}])(?:${COLOURED}|${MADE_COLOURED})${TAGS}`;
/** Of at most four parts, as a family or a kiss. */
const JOINED = String.raw`${PART}(?:\u200D${PART}){0,3}`;
const EMOJI = String.raw`(?:${FLAG}|${KEYCAP}|${JOINED}|\p{Emoji_Modifier})`;

/**
 * One to six emoji, and nothing else: they are shown large. By their form (UTS 51), not by the list of them: a browser
 * takes as long to make `\p{RGI_Emoji}` as to show fifty messages. More has the form than is in the list: two letters
 * that are no country's flag, or a sign that is asked to be an emoji and is none.
 */
export const ONLY_EMOJI = new RegExp(String.raw`^(?:${EMOJI}\s?){1,6}$`, 'u');
