import './keyboard-dialog.css';
import { Fragment } from 'preact';
import { Sheet } from '../parts/sheet.tsx';
import { laterStrings } from '../strings/later-strings.ts';

const TITLE = 'keys-title';

export function KeyboardDialog({ onClose }: { onClose: () => void }) {
  return (
    <Sheet titleId={TITLE} onClose={onClose}>
      {() => (
        <div class="keys">
          <h2 id={TITLE} class="sheet-title">
            {laterStrings.keys.title}
          </h2>
          {laterStrings.keys.groups.map((group) => (
            <Group key={group.name} {...group} />
          ))}
        </div>
      )}
    </Sheet>
  );
}

function Group({ name, keys }: (typeof laterStrings.keys.groups)[number]) {
  return (
    <section>
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
