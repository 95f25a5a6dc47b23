import { useSignal } from '@preact/signals';
import { displayName } from '../../protocol/display-name.ts';
import { strings } from '../strings/strings.ts';

interface NewName {
  readonly name: string;
  /** Answers why it was not done. */
  rename(name: string): Promise<string | undefined>;
  onDone(): void;
}

/** A name in the middle of being changed: what is typed, why it will not do, and how to save it. */
export function useNewName({ name, rename, onDone }: NewName) {
  const wanted = useSignal(name);
  const problem = useSignal<string | undefined>(undefined);
  const attempt = async () => {
    const shown = displayName(wanted.value);
    if (!shown) return strings.errors.bad_name;
    return shown === name ? undefined : rename(shown);
  };
  const save = async (event: Event) => {
    event.preventDefault();
    problem.value = await attempt();
    if (problem.value === undefined) onDone();
  };
  return { wanted, problem, save: (event: Event) => void save(event) };
}
