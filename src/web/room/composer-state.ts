import { computed, signal } from '@preact/signals';
import { RefusedError } from '../../client/refused-error.ts';
import type { Member, Message } from '../../protocol/server-message.ts';
import { messageText } from '../../protocol/text.ts';
import { type Audience, type Draft, keepDraft, keptDraft } from '../parts/drafts.ts';
import { refusalSentence } from '../parts/refusals.ts';
import { strings } from '../strings/strings.ts';
import { finishedAddress, isAddressed, namePlace, readAddress } from './address.ts';
import { answersPrivately, otherReaders, type Purpose, targetOf, type Visit } from './purpose.ts';

const NEW: Purpose = { kind: 'new' };
const COMMAND = /^\/[a-z]*(?:\s|$)/i;

/** What a message was to become. */
export interface UnsavedEdit {
  readonly message: Message;
  readonly text: string;
}

/** The text that is being written, and for whom. A draft outlives reloads, and an edit that is given up. */
export class Composer {
  readonly text = signal('');
  readonly purpose = signal<Purpose>(NEW);
  /** Whom the draft is for alone; none means everybody. Only `writeToAll` and a message that was sent take it away. */
  readonly audience = signal<Audience | undefined>(undefined);
  /** The name that the text is addressed to, where nobody here has it: nothing is sent before the person decides. */
  readonly nobody = signal<string | undefined>(undefined);
  /** Who alone will read what is written now, by name. */
  readonly readers = computed(() => this.#readers());
  /** Rises when the textbox should take the focus. */
  readonly focus = signal(0);
  /** What of the text should be selected for the person to change. */
  readonly selection = signal<readonly [start: number, end: number] | undefined>(undefined);
  /** Edits that the room did not take while something else was being written. */
  readonly unsaved = signal<readonly UnsavedEdit[]>([]);
  readonly #session: Visit;
  #draft: Draft;
  /** An address that the person has said is only a way to begin, and that stays in the text. */
  #forAll = '';

  constructor(session: Visit) {
    this.#session = session;
    this.#draft = keptDraft(session.room);
    this.text.value = this.#draft.text;
    this.audience.value = this.#draft.audience;
  }

  /** Whether there is nothing to send. */
  get isBlank(): boolean {
    return this.text.value.trim() === '';
  }

  write(text: string): void {
    this.#session.notice.forgive();
    this.text.value = text;
    this.nobody.value = undefined;
    if (this.purpose.value.kind === 'edit') return;
    if (!text.startsWith(this.#forAll)) this.#forAll = '';
    this.#keep(text);
    this.#tellTyping();
  }

  /** C6: takes `@name ` off the text and addresses it, once what stands before the caret cannot become another name. */
  readAddress(caret: number): void {
    const { members } = this.#session.state.value;
    const address = this.mayAddress ? finishedAddress(this.text.value, caret, members) : undefined;
    if (address) this.#take(address.to, address.text);
  }

  /** C6, without the letters: the text is for that person alone, as if it began with the address `written`. */
  address(person: Member, text: string, written: string): void {
    this.text.value = text;
    this.#setAudience({ people: [person], lasts: false, written });
  }

  /** For that person alone, until it is said otherwise. */
  writeTo(person: Member): void {
    const purpose = this.purpose.value;
    if (purpose.kind === 'edit' || answersPrivately(purpose)) this.giveUp();
    this.#setAudience({ people: [person], lasts: true });
    this.focus.value++;
  }

  /** With the name that the text began with, where there was one: as a mention it may begin a message to everybody, too. */
  writeToAll(): void {
    const { written } = this.audience.value ?? {};
    if (written) {
      this.#forAll = written;
      this.text.value = written + this.text.value;
    }
    this.#unaddress();
  }

  #unaddress(): void {
    if (answersPrivately(this.purpose.value)) this.purpose.value = NEW;
    this.#setAudience(undefined);
    this.#session.notice.tell(strings.composer.forAll);
    this.focus.value++;
  }

  /** The answer to a private message stays among its readers. */
  reply(message: Message): void {
    this.giveUp();
    this.purpose.value = { kind: 'reply', message };
    if (message.to) this.#setAudience({ people: this.#othersOf(message), lasts: true });
    this.focus.value++;
  }

  edit(message: Message, text = message.text ?? ''): void {
    this.#session.notice.takeBack();
    this.purpose.value = { kind: 'edit', message };
    this.nobody.value = undefined;
    this.text.value = text;
    this.focus.value++;
  }

  /** The newest message of our own that can still be edited. */
  editLast(): void {
    const { messages, self } = this.#session.state.value;
    const last = messages.findLast(({ from, deleted }) => from.id === self?.id && !deleted);
    if (last) this.edit(last);
  }

  /** Drops the edit or the reply; the draft comes back as it was, and for whom it was. */
  giveUp(): void {
    this.#session.notice.forgive();
    this.purpose.value = NEW;
    this.nobody.value = undefined;
    this.text.value = this.#draft.text;
  }

  /** Lets the person write the name of somebody who is here. */
  changeAddress(): void {
    this.nobody.value = undefined;
    this.selection.value = namePlace(this.text.value);
  }

  /** One step back from whatever the text is to become; false where there is none. */
  stepBack(): boolean {
    if (this.nobody.value !== undefined) this.nobody.value = undefined;
    else if (this.purpose.value.kind !== 'new') this.giveUp();
    else if (this.audience.value) this.#unaddress();
    else return false;
    return true;
  }

  /** Never loses the text: what is refused stays where it is. Only an edit of nothing may mean something, and is answered. */
  submit(): void {
    const { isOver, whyNotWrite, notice } = this.#session;
    const purpose = this.purpose.value;
    if (isOver.value || (this.isBlank && purpose.kind !== 'edit')) return;
    if (whyNotWrite.value) notice.refuse(whyNotWrite.value());
    else if (purpose.kind === 'edit') this.#submitEdit(purpose.message);
    else if (this.#isCommand()) void this.#carryOut(this.text.value);
    else if (!this.#findsAddress()) this.send();
  }

  /** Of a host. A space before it makes it a text, and so does what is no word behind the slash, as in a path. */
  #isCommand(): boolean {
    const isPlain = this.purpose.value.kind === 'new' && !this.audience.value;
    return isPlain && this.#session.isHost.value && COMMAND.test(this.text.value);
  }

  async #carryOut(text: string): Promise<void> {
    const isDone = await this.#session.carryOut(text);
    if (isDone && this.text.value === text) this.#empty();
  }

  #empty(): void {
    this.#keep('');
    this.giveUp();
  }

  /** Sends the text as it stands, to whom it is for. */
  send(): void {
    const audience = this.audience.value;
    try {
      this.#session.send(this.text.value, targetOf(this.purpose.value, audience));
    } catch (failure) {
      if (!(failure instanceof RefusedError)) throw failure;
      this.#session.notice.refuse(refusalSentence(failure.refusal));
      return;
    }
    this.#session.typing(false);
    if (audience && !audience.lasts) this.#returnToAll(audience);
    this.#forAll = '';
    this.#empty();
  }

  #returnToAll({ people }: Audience): void {
    this.audience.value = undefined;
    this.#session.notice.tell(strings.composer.sentTo(this.#session.names.listOf(people)));
  }

  #submitEdit(message: Message): void {
    const written = this.text.value;
    const edited = messageText(written);
    if ('refused' in edited) {
      this.#session.notice.refuse(strings.errors[edited.refused]);
      return;
    }
    this.giveUp();
    if (edited.text !== this.#asItStands(message).text) void this.saveEdit(message, edited.text);
  }

  /** What the room did not take comes back to be written on, where nothing else is; else it waits at its message. */
  async saveEdit(message: Message, text: string): Promise<void> {
    this.unsaved.value = this.unsaved.value.filter((edit) => edit.message.seq !== message.seq);
    if (await this.#session.edit(message.seq, text)) return;
    if (this.#asItStands(message).deleted) return;
    if (this.purpose.value === NEW && this.text.value === '') this.edit(message, text);
    else this.unsaved.value = [...this.unsaved.value, { message, text }];
  }

  #asItStands(message: Message): Message {
    return this.#session.bySeq.value.get(message.seq) ?? message;
  }

  /** An address that was not seen before is shown, not followed: the person sends once they have seen for whom it is. */
  #findsAddress(): boolean {
    const { members } = this.#session.state.value;
    const address = this.mayAddress ? readAddress(`${this.text.value} `, members) : undefined;
    if (address?.to) this.#take(address.to, address.text.trimEnd());
    else if (address) this.#showNobody(address.nobody);
    return address !== undefined;
  }

  #showNobody(name: string): void {
    this.#session.notice.takeBack();
    this.nobody.value = name;
  }

  /** What is private already keeps its readers, whatever name it starts with; and so does what was said. */
  get mayAddress(): boolean {
    return !this.audience.value && this.purpose.value.kind !== 'edit' && this.#forAll === '';
  }

  /** Takes the address off the text, of which `text` is what follows. */
  #take(person: Member, text: string): void {
    const whole = this.text.value.trimEnd();
    const address = whole.slice(0, whole.length - text.trimEnd().length).trim();
    this.address(person, text, `${address} `);
  }

  #setAudience(audience: Audience | undefined): void {
    this.#session.notice.takeBack();
    this.nobody.value = undefined;
    this.audience.value = audience;
    this.#keep(this.text.value);
    this.#tellTyping();
  }

  /** Nobody else learns of a private message, and so not that one is being written. */
  #tellTyping(): void {
    const text = this.text.value;
    const isAside = this.mayAddress && isAddressed(text);
    this.#session.typing(!this.audience.value && !isAside && !this.#isCommand() && !this.isBlank);
  }

  #readers(): string | undefined {
    const { names } = this.#session;
    const purpose = this.purpose.value;
    if (purpose.kind === 'edit') return purpose.message.to && names.listOf(this.#othersOf(purpose.message));
    return this.audience.value && names.listOf(this.audience.value.people);
  }

  #othersOf(message: Message): Member[] {
    const { names, state } = this.#session;
    return otherReaders(message, state.value.self?.id).map((id) => ({ id, name: names.of(id) }));
  }

  #keep(text: string): void {
    this.#draft = { text, audience: this.audience.value };
    keepDraft(this.#session.room, this.#draft);
  }
}
