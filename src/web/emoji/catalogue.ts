import type { CompactEmoji, ShortcodesDataset } from 'emojibase';
import { oneEmoji } from '../../protocol/emoji.ts';
import type { Language } from '../strings/languages.ts';
import { language } from '../strings/strings.ts';
import { type Emoji, EmojiIndex } from './emoji-index.ts';

const STYLE = /\uFE0F/gu;
const MODIFIERS = /\p{Emoji_Modifier}/gu;
/** Lone parts of emoji, such as the tones of skin. */
const PARTS = 2;

/** What emoji are called. */
const words: Readonly<Record<Language, () => Promise<{ default: CompactEmoji[] }>>> = {
  en: () => import('emojibase-data/en/compact.json'),
  fr: () => import('emojibase-data/fr/compact.json'),
  'zh-Hans': () => import('emojibase-data/zh/compact.json'),
  'zh-Hant': () => import('emojibase-data/zh-hant/compact.json'),
};

const loading = new Map<Language, Promise<EmojiIndex>>();

/** Every emoji that this browser knows as one, with its words in that language; loaded when it is first asked for. */
export function emojiCatalogue(spoken: Language = language.value): Promise<EmojiIndex> {
  const loaded = loading.get(spoken) ?? load(spoken);
  loading.set(spoken, loaded);
  loaded.catch(() => loading.delete(spoken));
  return loaded;
}

/** The shortcodes are the same in all languages: who has learnt one finds its emoji in each. */
async function load(spoken: Language): Promise<EmojiIndex> {
  const [emoji, shortcodes] = await Promise.all([
    words[spoken](),
    import('emojibase-data/en/shortcodes/github.json'),
  ]);
  return new EmojiIndex(readEmoji(emoji.default, shortcodes.default));
}

export function readEmoji(data: readonly CompactEmoji[], shortcodes: ShortcodesDataset): Emoji[] {
  return data.flatMap((entry) => {
    const emoji = known(entry.unicode);
    if (emoji === undefined || entry.group === undefined || entry.group === PARTS) return [];
    const codes = shortcodes[entry.hexcode] ?? entry.label.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '_');
    const { label, group, tags = [] } = entry;
    return [{ emoji, label, group, tags, shortcodes: [codes].flat(), toned: tonesOf(entry) }];
  });
}

/** The package completes by U+FE0F what needs no completing, too: the room knows such by their shorter form alone. */
const known = (unicode: string) => oneEmoji(unicode) ?? oneEmoji(unicode.replace(STYLE, ''));

/** Of several people each in a tone of their own, only those of one tone. */
function tonesOf({ skins }: CompactEmoji): string[] | undefined {
  const toned = skins
    ?.map(({ unicode }) => unicode)
    .filter((emoji) => new Set(emoji.match(MODIFIERS)).size === 1);
  const all = toned?.map(known).filter((emoji) => emoji !== undefined);
  return all?.length === 5 ? all : undefined;
}
