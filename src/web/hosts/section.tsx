import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

/** One matter of the room's settings. */
export function Section({ title, children }: { title: string; children: ComponentChildren }) {
  const id = useId();
  return (
    <section class="host-section" aria-labelledby={id}>
      <h3 id={id} class="host-section-title">
        {title}
      </h3>
      {children}
    </section>
  );
}
