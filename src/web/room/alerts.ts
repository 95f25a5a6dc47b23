import { effect, untracked } from '@preact/signals';
import type { RoomState } from '../../client/state.ts';
import type { Message } from '../../protocol/server-message.ts';
import { type AlertKind, alertChoice } from '../parts/alert-choice.ts';
import { chime } from '../parts/chime.ts';
import { oneOfMany } from '../parts/one-of-many.ts';
import { isPrivate } from '../parts/place-name.ts';
import { isWatched, onWatch } from '../parts/watch.ts';
import { strings } from '../strings/strings.ts';
import { type Alert, alertOf, within } from './alert-words.ts';
import { Arrivals } from './arrivals.ts';
import type { RoomSession } from './session.ts';

/** In ms: a burst is one alert. */
const GATHER = 700;

/** Tells whoever is elsewhere what is said in a room, as they chose; answers how to stop. */
export function startAlerts(session: RoomSession): () => void {
  const alerts = new RoomAlerts(session);
  const stops = [
    effect(() => alerts.take(session.state.value)),
    effect(() => void (session.unread.count.value === 0 && alerts.takeBack())),
    onWatch(() => isWatched() && alerts.takeBack()),
    () => alerts.stop(),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

class RoomAlerts {
  readonly #session: RoomSession;
  readonly #pages: ReturnType<typeof oneOfMany>;
  readonly #arrivals = new Arrivals();
  #waiting: Message[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #shown: Notification | undefined;

  constructor(session: RoomSession) {
    this.#session = session;
    this.#pages = oneOfMany(session.room);
  }

  take(state: RoomState): void {
    const fresh = this.#arrivals.take(state);
    if (fresh.length === 0) return;
    this.#waiting.push(...fresh);
    this.#timer ??= setTimeout(() => void this.#tell(), GATHER);
  }

  /** The room is seen. */
  takeBack(): void {
    this.#shown?.close();
    this.#shown = undefined;
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.takeBack();
    this.#pages.stop();
  }

  async #tell(): Promise<void> {
    const messages = this.#waiting;
    this.#waiting = [];
    this.#timer = undefined;
    if (!(await this.#pages.maySpeak())) return;
    if (this.#worth('sound', messages).length > 0) chime();
    const { room } = this.#session;
    const name = isPrivate(room) ? strings.header.privateRoom : room;
    const alert = alertOf(this.#worth('notification', messages), name);
    if (alert) this.#show(alert);
  }

  #worth(kind: AlertKind, messages: readonly Message[]): readonly Message[] {
    const { mentions } = this.#session;
    return untracked(() => within(alertChoice[kind].value, messages, (message) => mentions.isForUs(message)));
  }

  /** One a room: the newer takes the place of the older. */
  #show({ title, body, seq }: Alert): void {
    this.takeBack();
    try {
      const notification = new Notification(title, {
        body,
        tag: this.#session.room,
        silent: true,
        dir: 'auto',
      });
      notification.onclick = () => {
        window.focus();
        location.hash = String(seq);
        void this.#session.show(seq);
        this.takeBack();
      };
      this.#shown = notification;
    } catch {
      // Android's Chrome has notifications for installed pages alone; the title and the icon still count.
    }
  }
}
