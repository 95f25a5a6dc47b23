import { icon } from './icons.tsx';

// Those of views that load later: in one file with the others they would load with the first message.

export const MoreIcon = icon(<path d="M4.5 10v.01M10 10v.01M15.5 10v.01" stroke-width="2.4" />);
export const LinkIcon = icon(
  <path d="M8.5 11.5a3 3 0 0 0 4.3 0l2.8-2.8a3 3 0 0 0-4.3-4.3l-1 1M11.5 8.5a3 3 0 0 0-4.3 0l-2.8 2.8a3 3 0 0 0 4.3 4.3l1-1" />,
);
export const ReplyIcon = icon(<path d="M8 5 3.5 9.5 8 14M3.5 9.5H12a4.5 4.5 0 0 1 4.5 4.5v1" />, true);
export const PenIcon = icon(
  <path d="m4 16 .7-3.2L13 4.5a1.6 1.6 0 0 1 2.3 0l.2.2a1.6 1.6 0 0 1 0 2.3l-8.3 8.3Z" />,
);
export const BinIcon = icon(<path d="M4 6h12M8 6V4h4v2M5.5 6l.7 10h7.6l.7-10M8.5 9v4M11.5 9v4" />);
export const DownIcon = icon(<path d="M10 4v11.5M5 11l5 5 5-5" />);
export const PlusIcon = icon(<path d="M10 4.5v11M4.5 10h11" />);
export const CloseIcon = icon(<path d="m5 5 10 10M15 5 5 15" />);
export const CopyIcon = icon(
  <>
    <rect x="7" y="7" width="9" height="9" rx="2" />
    <path d="M13 7V6a2 2 0 0 0-2-2H6a2 2 0 0 0-2 2v5a2 2 0 0 0 2 2h1" />
  </>,
);
export const ShareIcon = icon(<path d="M10 12V3.5M6.5 6.5 10 3l3.5 3.5M5 10v6h10v-6" />);
/** A word aside. */
export const AsideIcon = icon(
  <>
    <path d="M9 15H7.5L4 17.5V6a2 2 0 0 1 2-2h8a2 2 0 0 1 2 2v1.5" />
    <rect x="10.5" y="12.5" width="7" height="5" rx="1.2" />
    <path d="M12.2 12.5v-1a1.8 1.8 0 0 1 3.6 0v1" />
  </>,
);
export const SettingsIcon = icon(
  <>
    <path d="M3.5 6.5h6.6M14.9 6.5h1.6M3.5 13.5h1.6M9.9 13.5h6.6" />
    <circle cx="12.5" cy="6.5" r="2.4" />
    <circle cx="7.5" cy="13.5" r="2.4" />
  </>,
);
export const SaveIcon = icon(<path d="M10 3.5V13M6 9.5l4 4 4-4M4 16.5h12" />);
export const WarningIcon = icon(<path d="M10 4 3 16h14ZM10 8.5v3.5M10 14v.01" />);
export const KeyboardIcon = icon(
  <>
    <rect x="2.5" y="5" width="15" height="10" rx="2" />
    <path d="M5.5 8v.01M8.5 8v.01M11.5 8v.01M14.5 8v.01M5.5 10.5v.01M14.5 10.5v.01M8 12h4" />
  </>,
);
export const InviteIcon = icon(
  <>
    <circle cx="8" cy="7" r="3" />
    <path d="M2.5 16a5.5 5.5 0 0 1 11 0M15.5 6v5M13 8.5h5" />
  </>,
);
