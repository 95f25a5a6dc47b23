import type { ButtonHTMLAttributes, ComponentChildren } from 'preact';

interface IconButtonProps extends Omit<ButtonHTMLAttributes, 'name' | 'aria-label' | 'title'> {
  /** Heard, and seen on hover. */
  name: string;
  class?: string;
  children: ComponentChildren;
}

/** A button that shows no words. */
export function IconButton({ name, class: more, children, ...others }: IconButtonProps) {
  return (
    <button
      type="button"
      class={more ? `button-icon ${more}` : 'button-icon'}
      aria-label={name}
      title={name}
      {...others}
    >
      {children}
    </button>
  );
}
