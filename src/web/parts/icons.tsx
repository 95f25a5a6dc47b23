import type { ComponentChildren } from 'preact';

/** `pointsAhead` for a shape with a direction: it is mirrored where one reads from right to left. */
export const icon =
  (shape: ComponentChildren, pointsAhead = false) =>
  () => (
    <svg
      class={pointsAhead ? 'icon-ahead' : undefined}
      viewBox="0 0 20 20"
      width="20"
      height="20"
      fill="none"
      stroke="currentColor"
      stroke-width="1.6"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {shape}
    </svg>
  );

export const SmileIcon = icon(
  <>
    <circle cx="10" cy="10" r="7" />
    <path d="M7.2 11.8a3.4 3.4 0 0 0 5.6 0M7.6 8v.01M12.4 8v.01" />
  </>,
);
/** A face to be added. */
export const SmilePlusIcon = icon(
  <>
    <path d="M16.6 9.2A7 7 0 1 1 10.8 3.4M16 1.8v5.4M13.3 4.5h5.4" />
    <path d="M6.8 12a3.5 3.5 0 0 0 5.6 0M7.4 8.2v.01M11.6 8.2v.01" />
  </>,
);
export const SendIcon = icon(<path d="M10 16V4.5M5 9l5-5 5 5" />);
export const LockIcon = icon(
  <>
    <rect x="4.5" y="9" width="11" height="7.5" rx="1.8" />
    <path d="M7 9V6.8a3 3 0 0 1 6 0V9" />
  </>,
);
export const CheckIcon = icon(<path d="m4.5 10.5 3.5 3.5 7.5-8" />);
