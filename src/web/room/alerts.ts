import { effect, untracked } from '@preact/signals';
import type { RoomState } from '../../client/state.ts';
import type { Message } from '../../protocol/server-message.ts';
import { type AlertKind, alertChoice } from '../parts/alert-choice.ts';
import { Burst } from '../parts/burst.ts';
import { chime } from '../parts/chime.ts';
import { type Notice, notify, onFollowed } from '../parts/notification.ts';
import { oneOfMany } from '../parts/one-of-many.ts';
import { titleName } from '../parts/place-name.ts';
import { isWatched, onWatch } from '../parts/watch.ts';
import { type Alert, alertOf, within } from './alert-words.ts';
import { Arrivals } from './arrivals.ts';
import { addressedSeq } from './message-address.ts';
import type { RoomSession } from './session.ts';

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
  readonly #burst = new Burst<Message>((messages) => void this.#tell(messages));
  readonly #stopFollowing = onFollowed((address) => this.#follow(address));
  #shown: Notice | undefined;

  constructor(session: RoomSession) {
    this.#session = session;
    this.#pages = oneOfMany(session.room);
  }

  take(state: RoomState): void {
    this.#burst.add(this.#arrivals.take(state));
  }

  /** The room is seen. */
  async takeBack(): Promise<void> {
    const shown = this.#shown;
    this.#shown = undefined;
    await shown?.close();
  }

  stop(): void {
    this.#burst.stop();
    this.#stopFollowing();
    void this.takeBack();
    this.#pages.stop();
  }

  /** A burst is one alert. */
  async #tell(messages: readonly Message[]): Promise<void> {
    if (!(await this.#pages.maySpeak())) return;
    if (this.#worth('sound', messages).length > 0) chime();
    const alert = alertOf(this.#worth('notification', messages), this.#called);
    if (alert) await this.#show(alert);
  }

  get #called(): string {
    const { room, title } = this.#session;
    return titleName(room, title.peek());
  }

  #worth(kind: AlertKind, messages: readonly Message[]): readonly Message[] {
    const { mentions } = this.#session;
    return untracked(() =>
      within(alertChoice[kind].chosen.value, messages, (message) => mentions.isForUs(message)),
    );
  }

  /** One a room: the newer takes the place of the older. */
  async #show({ title, body, seq }: Alert): Promise<void> {
    await this.takeBack();
    const address = `${location.pathname}#${seq}`;
    const onClick = () => this.#follow(address);
    const notice = await notify({ title, body, tag: this.#session.room, address, onClick });
    // Somebody may have come meanwhile.
    if (isWatched()) await notice?.close();
    else this.#shown = notice;
  }

  #follow(address: string): void {
    window.focus();
    // Without the event that would go there a second time.
    history.pushState(null, '', address);
    const seq = addressedSeq(location.hash);
    if (seq !== undefined) void this.#session.way.show(seq);
    void this.takeBack();
  }
}
