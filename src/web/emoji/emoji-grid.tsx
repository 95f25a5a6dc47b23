import './emoji-grid.css';
import { isTouch } from '../parts/media.ts';
import { useRoving } from '../parts/use-roving.ts';
import type { Section } from './emoji-sections.ts';

interface EmojiGridProps {
  sections: readonly Section[];
  onChoose: (emoji: string) => void;
  onTop: () => void;
}

export function EmojiGrid({ sections, onChoose, onTop }: EmojiGridProps) {
  const columns = isTouch.value ? 7 : 9;
  const roving = useRoving(
    sections.map(({ cells }) => cells.length),
    columns,
    onTop,
  );
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: it is the buttons in it that are clicked
    <div
      {...roving}
      class="emoji-grid"
      style={{ '--columns': String(columns) }}
      onClick={(event) => chosen(event, onChoose)}
    >
      {sections.map((section) => (
        <SectionView key={section.id} section={section} columns={columns} />
      ))}
    </div>
  );
}

/** One listener for two thousand buttons. */
function chosen({ target }: Event, onChoose: (emoji: string) => void): void {
  const { emoji } = (target as HTMLElement).closest('button')?.dataset ?? {};
  if (emoji) onChoose(emoji);
}

function SectionView({ section: { id, name, cells }, columns }: { section: Section; columns: number }) {
  return (
    <section
      aria-labelledby={id}
      class="emoji-section"
      style={{ '--rows': String(Math.ceil(cells.length / columns)) }}
    >
      <h3 id={id}>{name}</h3>
      <div class="emoji-cells">
        {cells.map(({ emoji, label }) => (
          <button key={emoji} type="button" tabIndex={-1} aria-label={label} title={label} data-emoji={emoji}>
            {emoji}
          </button>
        ))}
      </div>
    </section>
  );
}
