import './sign-in.css';
import { useSignal } from '@preact/signals';
import { FieldLine } from '../parts/field-line.tsx';
import type { Deployment } from './deployment.ts';
import { words } from './words.ts';

const COMMAND = 'npx wrangler secret put ADMIN_KEY';

export function SignIn({ deployment }: { deployment: Deployment }) {
  const key = useSignal('');
  const { signIn } = words;
  const isBusy = deployment.isBusy.value;
  const isClosed = deployment.isClosed.value;
  const problem = isClosed ? signIn.notSet : deployment.problem.value;
  const open = (event: Event) => {
    event.preventDefault();
    if (key.value !== '' && !isBusy) void deployment.signIn(key.value);
  };
  return (
    <form onSubmit={open}>
      <FieldLine
        id="admin-key"
        label={signIn.key}
        input={{
          type: 'password',
          autocomplete: 'current-password',
          'aria-describedby': 'admin-key-said admin-key-hint',
          'aria-invalid': problem !== undefined,
          value: key.value,
          onInput: (event) => (key.value = event.currentTarget.value),
        }}
      >
        <button type="submit" class="button button-main" aria-disabled={isBusy}>
          {isBusy ? signIn.opening : signIn.open}
        </button>
      </FieldLine>
      <div id="admin-key-said" class={problem ? 'field-problem' : ''} aria-live="polite">
        {problem}
        {isClosed && <code class="sign-in-command">{COMMAND}</code>}
      </div>
      <p id="admin-key-hint" class="sign-in-hint">
        {signIn.hint}
      </p>
    </form>
  );
}
