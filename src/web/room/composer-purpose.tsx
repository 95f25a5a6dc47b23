import { IconButton } from '../parts/icon-button.tsx';
import { CloseIcon } from '../parts/icons.tsx';
import { strings } from '../strings/strings.ts';
import { useSession } from './session.ts';

/** Says that the text will be an edit or a reply, and lets it be neither. */
export function ComposerPurpose() {
  const { composer } = useSession();
  const purpose = composer.purpose.value;
  if (purpose.kind === 'new') return null;
  return (
    <div class="composer-purpose">
      {purpose.kind === 'edit' ? (
        <p>{strings.composer.editing}</p>
      ) : (
        <p>
          {strings.composer.replying(purpose.to.from.name)} <span dir="auto">{purpose.to.text}</span>
        </p>
      )}
      <IconButton
        name={strings.composer.giveUp}
        onClick={() => {
          composer.giveUp();
          composer.focus.value++;
        }}
      >
        <CloseIcon />
      </IconButton>
    </div>
  );
}
