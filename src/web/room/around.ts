/** What stands around the messages and is not needed to show them: one piece, which `loaded-later.ts` asks for. */
export { ComposerGate } from '../hosts/composer-gate.tsx';
export { RoleBadge } from '../hosts/role-badge.tsx';
export { WelcomeNote } from '../hosts/welcome-note.tsx';
export { laterWords } from '../strings/later-strings.ts';
export { Actions } from './actions.tsx';
export { Announcer } from './announcer.tsx';
export { ComposerPurpose } from './composer-purpose.tsx';
export { NobodyOfThatName, PrivateSign } from './composer-sign.tsx';
export { ConnectionStatus } from './connection.tsx';
export { Delivery } from './delivery.tsx';
export { HeaderTools } from './header-tools.tsx';
export { Invite } from './invite.tsx';
export { InviteButton } from './invite-sheet.tsx';
export { JoinDialog } from './join-dialog.tsx';
export { JumpBack, JumpToLatest } from './jump-to-latest.tsx';
export { MentionMark } from './mention-mark.tsx';
export { PeopleHere, PeopleSheet } from './people.tsx';
