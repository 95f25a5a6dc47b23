import { type ReadonlySignal, signal } from '@preact/signals';
import { RefusedError } from '../../client/refused-error.ts';
import type { RoomState } from '../../client/state.ts';
import { errorSentences } from '../../protocol/codes.ts';
import { limits } from '../../protocol/limits.ts';
import type { Message } from '../../protocol/server-message.ts';
import { codePoints, messageText } from '../../protocol/text.ts';
import { kept } from '../parts/kept.ts';

/** What becomes of the text in the composer. */
export type Purpose =
  | { readonly kind: 'new' }
  | { readonly kind: 'reply'; readonly to: Message }
  | { readonly kind: 'edit'; readonly message: Message };

/** What a composer asks of the visit that it belongs to. */
export interface Visit {
  readonly room: string;
  readonly state: ReadonlySignal<RoomState>;
  readonly isOver: ReadonlySignal<boolean>;
  readonly notice: { say(text: string): void };
  /** Throws RefusedError where the text cannot be sent. */
  send(text: string, replyTo?: number): void;
  /** Whether it was done. */
  edit(seq: number, text: string): Promise<boolean>;
  typing(on: boolean): void;
}

const NEW: Purpose = { kind: 'new' };

/** The text that is being written. A draft outlives reloads, and an edit that is given up. */
export class Composer {
  readonly text = signal('');
  readonly purpose = signal<Purpose>(NEW);
  /** Rises when the textbox should take the focus. */
  readonly focus = signal(0);
  readonly #session: Visit;
  #draft: string;

  constructor(session: Visit) {
    this.#session = session;
    this.#draft = kept.draft(session.room);
    this.text.value = this.#draft;
  }

  write(text: string): void {
    this.text.value = text;
    if (this.purpose.value.kind === 'edit') return;
    this.#keepDraft(text);
    this.#session.typing(text.trim() !== '');
  }

  reply(to: Message): void {
    this.giveUp();
    this.purpose.value = { kind: 'reply', to };
    this.focus.value++;
  }

  edit(message: Message, text = message.text ?? ''): void {
    this.purpose.value = { kind: 'edit', message };
    this.text.value = text;
    this.focus.value++;
  }

  /** The newest message of our own that can still be edited. */
  editLast(): void {
    const { messages, self } = this.#session.state.value;
    const last = messages.findLast(({ from, deleted }) => from.id === self?.id && !deleted);
    if (last) this.edit(last);
  }

  /** Drops the edit or the reply; the draft comes back as it was. */
  giveUp(): void {
    this.purpose.value = NEW;
    this.text.value = this.#draft;
  }

  /** Never loses the text: what is refused stays where it is. */
  submit(): void {
    if (this.#session.isOver.value) return;
    const purpose = this.purpose.value;
    if (purpose.kind === 'edit') this.#submitEdit(purpose.message);
    else this.#send(purpose.kind === 'reply' ? purpose.to.seq : undefined);
  }

  #send(replyTo: number | undefined): void {
    try {
      this.#session.send(this.text.value, replyTo);
    } catch (failure) {
      if (!(failure instanceof RefusedError)) throw failure;
      this.#session.notice.say(failure.refusal.message);
      return;
    }
    this.#session.typing(false);
    this.#keepDraft('');
    this.giveUp();
  }

  #submitEdit(message: Message): void {
    const written = this.text.value;
    const edited = messageText(written);
    if ('refused' in edited) {
      this.#session.notice.say(errorSentences[edited.refused]);
      return;
    }
    this.giveUp();
    if (edited.text !== message.text) void this.#saveEdit(message, edited.text);
  }

  async #saveEdit(message: Message, text: string): Promise<void> {
    const isDone = await this.#session.edit(message.seq, text);
    if (!isDone && this.purpose.value.kind !== 'edit') this.edit(message, text);
  }

  #keepDraft(text: string): void {
    this.#draft = text;
    kept.keepDraft(this.#session.room, text);
  }
}

/** Code points that may still be written; below zero, that are too many. */
export function roomLeft(text: string): number {
  return limits.textLength - codePoints(text.trim());
}
