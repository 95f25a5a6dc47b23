import { useRoving } from '../parts/use-roving.ts';
import type { Section } from './emoji-sections.ts';

/** A way to each group, past the others. */
export function EmojiTabs({ sections }: { sections: readonly Section[] }) {
  const roving = useRoving([sections.length], sections.length);
  return (
    <div {...roving} class="emoji-tabs">
      {sections.map(({ id, name, cells: [first] }) => (
        <button key={id} type="button" tabIndex={-1} aria-label={name} title={name} onClick={() => goTo(id)}>
          {id === 'emoji-recent' ? '🕘' : first?.emoji}
        </button>
      ))}
    </div>
  );
}

function goTo(id: string): void {
  const section = document.getElementById(id)?.closest('section');
  section?.scrollIntoView({ block: 'start' });
  section?.querySelector('button')?.focus({ preventScroll: true });
}
