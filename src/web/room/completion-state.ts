import { signal } from '@preact/signals';
import type { Member } from '../../protocol/server-message.ts';
import { emojiCatalogue } from '../emoji/catalogue.ts';
import { inTone, recentEmoji, usedEmoji } from '../emoji/emoji-habits.ts';
import type { Emoji, EmojiIndex } from '../emoji/emoji-index.ts';
import { type SlashWord, wordsFor } from '../hosts/slash-command.ts';
import { type Begun, begunAt, isWhole, mentionOf, peopleNamed, shortcodeAt } from './completion.ts';
import { insertText } from './edit-text.ts';
import type { RoomSession } from './session.ts';

/** One thing that what was begun may become. */
export type Option = PersonOption | EmojiOption | CommandOption;

interface PersonOption {
  readonly kind: 'name';
  readonly person: Member;
  /** C6: whether the whole text would be for that person alone. */
  readonly isPrivate: boolean;
}

interface EmojiOption {
  readonly kind: 'emoji';
  readonly entry: Emoji;
  /** Of its shortcodes the one that was begun. */
  readonly code: string | undefined;
}

interface CommandOption {
  readonly kind: 'command';
  readonly word: SlashWord;
}

interface Offer {
  readonly begun: Begun;
  readonly options: readonly Option[];
}

const MOST = 7;
/** Where no option is active yet. */
const NONE = -1;

/** What the page offers to complete at the caret of the composer. */
export class Completion {
  readonly offer = signal<Offer | undefined>(undefined);
  /** The option that Enter takes; none while nothing of it was written and no arrow key has gone into the list. */
  readonly index = signal(NONE);
  readonly #area: HTMLTextAreaElement;
  readonly #session: RoomSession;
  #emoji: EmojiIndex | undefined;
  /** Where the person has closed the list: it stays away from what was begun there. */
  #closedAt: number | undefined;

  constructor(area: HTMLTextAreaElement, session: RoomSession) {
    this.#area = area;
    this.#session = session;
  }

  /** Looks again at what stands before the caret. */
  update(): void {
    const begun = begunAt(this.#before());
    if (begun?.start !== this.#closedAt) this.#closedAt = undefined;
    const options =
      begun && this.#closedAt === undefined
        ? this.#optionsFor(begun).slice(0, begun.kind === 'command' ? undefined : MOST)
        : [];
    const { begun: last } = this.offer.value ?? {};
    if (last?.query !== begun?.query || last?.start !== begun?.start)
      this.index.value = isAsking(begun) ? NONE : 0;
    this.offer.value = begun && options.length > 0 ? { begun, options } : undefined;
  }

  /** A shortcode that was closed becomes its emoji, should it be one. */
  async replaceShortcode(): Promise<void> {
    const before = this.#before();
    const closed = shortcodeAt(before);
    if (!closed) return;
    await this.#loadEmoji();
    const entry = this.#emoji?.withShortcode(closed.query);
    if (entry && this.#before() === before) this.#insert(closed.start, this.#use(entry));
  }

  /** Whether the key was one for the list. */
  takesKey(key: string): boolean {
    const offer = this.offer.value;
    if (!offer) return false;
    const { length } = offer.options;
    const at = this.index.value;
    if (key === 'ArrowDown') this.index.value = (at + 1) % length;
    else if (key === 'ArrowUp') this.index.value = (at > 0 ? at : length) - 1;
    else if (key === 'Escape') this.#dismiss();
    else if (at !== NONE && (key === 'Tab' || (key === 'Enter' && !this.#isDone(offer)))) this.choose(at);
    else return false;
    return true;
  }

  choose(index: number): void {
    const { offer } = this;
    const [start, option] = [offer.value?.begun.start, offer.value?.options[index]];
    this.close();
    if (start === undefined || !option) return;
    if (option.kind === 'command') this.#insert(start, `/${option.word} `);
    else if (option.kind === 'emoji') this.#insert(start, this.#use(option.entry));
    else if (option.isPrivate) this.#address(option.person);
    else this.#insert(start, `${mentionOf(option.person, this.#session.state.value.members)} `);
    this.close();
  }

  close(): void {
    this.offer.value = undefined;
    this.index.value = NONE;
  }

  #dismiss(): void {
    this.#closedAt = this.offer.value?.begun.start;
    this.close();
  }

  /** Who has written out the only name that there is means to send the message. */
  #isDone({ begun, options }: Offer): boolean {
    const [first] = options;
    if (options.length !== 1 || !first) return false;
    if (first.kind === 'command') return first.word === begun.query.toLowerCase();
    return first.kind === 'name' && isWhole(begun.query, first.person);
  }

  #optionsFor(begun: Begun): Option[] {
    if (begun.kind === 'command') return this.#commands(begun);
    return begun.kind === 'name' ? this.#people(begun) : this.#emojiFor(begun);
  }

  /** H3, H4: of a host. */
  #commands({ query }: Begun): Option[] {
    const { state, composer } = this.#session;
    if (composer.purpose.value.kind !== 'new' || composer.audience.value) return [];
    return wordsFor(state.value.self?.role ?? 'member')
      .filter((word) => word.startsWith(query.toLowerCase()))
      .map((word) => ({ kind: 'command', word }));
  }

  #people({ query, start }: Begun): Option[] {
    const { composer, state, selfId } = this.#session;
    const others = state.value.members.filter(({ id }) => id !== selfId.value);
    const isPrivate = composer.mayAddress && this.#area.value.slice(0, start).trim() === '';
    return peopleNamed(query, others).map((person) => ({ kind: 'name', person, isPrivate }));
  }

  #emojiFor({ query }: Begun): Option[] {
    void this.#loadEmoji().then((isNew) => isNew && this.update());
    const found = this.#emoji?.search(query, recentEmoji()) ?? [];
    return found.map((entry) => ({ kind: 'emoji', entry, code: codeOf(entry, query.toLowerCase()) }));
  }

  /** In the language of the page. Whether others are there than before; without a line there may be none. */
  async #loadEmoji(): Promise<boolean> {
    const before = this.#emoji;
    try {
      this.#emoji = await emojiCatalogue();
    } catch (failure) {
      console.warn('The emoji could not be loaded:', failure);
    }
    return this.#emoji !== before;
  }

  #use(entry: Emoji): string {
    const emoji = inTone(entry);
    usedEmoji(emoji);
    return emoji;
  }

  #insert(start: number, text: string): void {
    insertText(this.#area, start, this.#area.selectionEnd, text);
  }

  #address(person: Member): void {
    const { composer, state } = this.#session;
    const { value, selectionEnd } = this.#area;
    const rest = value.slice(selectionEnd).trimStart();
    composer.address(person, rest, `${mentionOf(person, state.value.members)} `);
    insertText(this.#area, 0, value.length - rest.length, '');
  }

  /** Nothing while something is selected. */
  #before(): string {
    const { value, selectionStart, selectionEnd } = this.#area;
    return selectionStart === selectionEnd ? value.slice(0, selectionEnd) : '';
  }
}

/** A lone `@`: as likely the end of a text as the start of a name. */
const isAsking = (begun: Begun | undefined) => begun?.kind === 'name' && begun.query === '';

const codeOf = ({ shortcodes }: Emoji, begun: string) =>
  shortcodes.find((code) => code.startsWith(begun)) ?? shortcodes[0];
