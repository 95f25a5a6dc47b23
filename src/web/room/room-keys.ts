import { useEffect } from 'preact/hooks';
import { isCommand, standsApart } from '../parts/page-key.ts';
import { moveByKey } from './arrow-keys.ts';
import { beginText, pasteText } from './begin-text.ts';
import { actByKey } from './letter-keys.ts';
import { type RoomSession, useSession } from './session.ts';

const STEPS = ['Tab', 'ArrowUp', 'ArrowDown', 'Home', 'End'];

/**
 * What keys do outside of a text: whoever walked to a message by them goes on and acts by them; for whoever pointed there, as
 * anywhere else, they begin a text. Drawn as nothing, it comes when the messages stand: nobody is among them sooner.
 */
export function RoomKeys() {
  const session = useSession();
  useEffect(() => listen(session), [session]);
  return null;
}

function listen(session: RoomSession): () => void {
  // The focus alone does not tell: a click gives it to a message, too, and so does a reaction that was clicked.
  let isWalking = false;
  const point = () => {
    isWalking = false;
  };
  const onKey = (event: KeyboardEvent) => {
    isWalking ||= isStep(event);
    if (event.defaultPrevented || standsApart(event)) return;
    const message = isWalking && (event.target as Element).closest('article');
    if (message) goOnByKey(event, message, session);
    else beginText(event);
  };
  document.addEventListener('pointerdown', point, true);
  document.addEventListener('keydown', onKey);
  document.addEventListener('paste', pasteText);
  return () => {
    document.removeEventListener('pointerdown', point, true);
    document.removeEventListener('keydown', onKey);
    document.removeEventListener('paste', pasteText);
  };
}

/** Within a text, Tab alone leads out of it. */
function isStep(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || isCommand(event) || !STEPS.includes(event.key)) return false;
  return event.key === 'Tab' || !standsApart(event);
}

/** From anywhere on the message but for what stands in the place of its actions. */
function goOnByKey(event: KeyboardEvent, message: HTMLElement, session: RoomSession): void {
  if (isCommand(event)) return;
  if ((event.target as Element).closest('fieldset')) return;
  const isDone = moveByKey(event.key, message, session) || actByKey(event.key, message);
  if (isDone) event.preventDefault();
}
