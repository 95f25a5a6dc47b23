import './host-sheet.css';
import { useSession } from '../room/session.ts';
import { KeySheet } from './key-sheet.tsx';
import { ManageSheet } from './manage-sheet.tsx';
import { RoomSettingsSheet } from './room-settings-sheet.tsx';

/** What of a host's stands over the page. */
export function HostSheet() {
  const { hostSheet, isHost, isOver } = useSession();
  const close = () => (hostSheet.value = undefined);
  const sheet = isHost.value && !isOver.value ? hostSheet.value : undefined;
  if (sheet?.kind === 'manage') return <ManageSheet member={sheet.member} onClose={close} />;
  if (sheet?.kind === 'key') return <KeySheet onClose={close} />;
  return sheet ? <RoomSettingsSheet onClose={close} /> : null;
}
