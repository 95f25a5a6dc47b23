import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { placeName } from '../parts/place-name.ts';
import { laterStrings } from '../strings/later-strings.ts';
import { strings } from '../strings/strings.ts';
import { DoorDialog } from './door-dialog.tsx';
import { useSession } from './session.ts';

/** The only address that the page's policy lets a script come from besides its own (http/turnstile.ts). */
const WIDGET = 'https://challenges.cloudflare.com/turnstile/v0/api.js?render=explicit';

interface Turnstile {
  render(
    container: HTMLElement,
    options: {
      sitekey: string;
      callback: (response: string) => void;
      'error-callback': () => boolean;
    },
  ): string | undefined;
  remove(widget: string): void;
}

/** H7: Cloudflare's widget, where the deployer has newcomers show that they are people. */
export function TurnstileCheck() {
  const session = useSession();
  const container = useRef<HTMLDivElement>(null);
  const hasFailed = useSignal(false);
  useEffect(() => {
    const fail = () => {
      hasFailed.value = true;
      return true;
    };
    let leave = () => {};
    const show = (turnstile: string) => session.door.enter({ turnstile });
    loadWidget()
      .then((turnstile) => {
        if (!container.current) return;
        const options = { sitekey: siteKey(), callback: show, 'error-callback': fail };
        const widget = turnstile.render(container.current, options);
        leave = () => void (widget && turnstile.remove(widget));
      })
      .catch(fail);
    return () => leave();
  }, []);
  const { door } = laterStrings;
  return (
    <DoorDialog>
      <h2 class="join-heading">{strings.join.heading(placeName(session.room, session.title.value))}</h2>
      <p class="join-hint">{door.person}</p>
      <div ref={container} class="join-check" />
      <p class={hasFailed.value ? 'field-problem' : ''} aria-live="assertive">
        {hasFailed.value && door.personFailed}
      </p>
    </DoorDialog>
  );
}

const siteKey = () =>
  document.querySelector<HTMLMetaElement>('meta[name="turnstile-site-key"]')?.content ?? '';

function loadWidget(): Promise<Turnstile> {
  const { promise, resolve, reject } = Promise.withResolvers<Turnstile>();
  const script = document.createElement('script');
  script.src = WIDGET;
  script.onload = () => {
    const { turnstile } = window as { turnstile?: Turnstile };
    if (turnstile) resolve(turnstile);
    else reject(new Error('The widget is not there.'));
  };
  script.onerror = () => reject(new Error('The widget could not be loaded.'));
  document.head.append(script);
  return promise;
}
