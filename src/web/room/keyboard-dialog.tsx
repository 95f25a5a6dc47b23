import './keyboard-dialog.css';
import { Fragment } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { CloseIcon } from '../parts/icons.tsx';
import { strings } from '../strings/strings.ts';

export function KeyboardDialog({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="keys" aria-labelledby="keys-title" closedby="any" onClose={onClose}>
      <div class="keys-head">
        <h2 id="keys-title">{strings.keys.title}</h2>
        <button
          type="button"
          class="button-icon"
          aria-label={strings.keys.close}
          onClick={() => dialog.current?.close()}
        >
          <CloseIcon />
        </button>
      </div>
      {strings.keys.groups.map(({ name, keys }) => (
        <section key={name}>
          <h3 class="keys-group">{name}</h3>
          <dl class="keys-list">
            {keys.map(([strokes, does]) => (
              <Fragment key={does}>
                <dt>
                  <Strokes strokes={strokes} />
                </dt>
                <dd>{does}</dd>
              </Fragment>
            ))}
          </dl>
        </section>
      ))}
    </dialog>
  );
}

/** Keys to be pressed together. */
function Strokes({ strokes }: { strokes: readonly string[] }) {
  return strokes.map((stroke, index) => (
    <Fragment key={stroke}>
      {index > 0 && ' + '}
      <kbd>{stroke}</kbd>
    </Fragment>
  ));
}
