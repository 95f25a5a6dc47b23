import { icon } from '../parts/icons.tsx';

export const UnlockIcon = icon(
  <>
    <rect x="4.5" y="9" width="11" height="7.5" rx="1.8" />
    <path d="M7 9V6.5a3 3 0 0 1 5.8-1" />
  </>,
);
