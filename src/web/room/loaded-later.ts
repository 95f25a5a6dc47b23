import { lazyView } from '../parts/lazy-view.tsx';

const around = async () => {
  const views = await import('./around.ts');
  await views.laterWords;
  return views;
};

/** Views that come behind the messages. */
export const Actions = lazyView(async () => (await around()).Actions);
export const Announcer = lazyView(async () => (await around()).Announcer);
export const ComposerPurpose = lazyView(async () => (await around()).ComposerPurpose);
export const ConnectionStatus = lazyView(async () => (await around()).ConnectionStatus);
export const Delivery = lazyView(async () => (await around()).Delivery);
export const HeaderTools = lazyView(async () => (await around()).HeaderTools);
export const Invite = lazyView(async () => (await around()).Invite);
export const InviteWays = lazyView(async () => (await around()).InviteWays);
export const JumpBack = lazyView(async () => (await around()).JumpBack);
export const JumpToLatest = lazyView(async () => (await around()).JumpToLatest);
export const JoinDialog = lazyView(async () => (await around()).JoinDialog);
export const MentionMark = lazyView(async () => (await around()).MentionMark);
export const NobodyOfThatName = lazyView(async () => (await around()).NobodyOfThatName);
export const PeopleHere = lazyView(async () => (await around()).PeopleHere);
export const PeopleSheet = lazyView(async () => (await around()).PeopleSheet);
export const PrivateSign = lazyView(async () => (await around()).PrivateSign);
export const ComposerGate = lazyView(async () => (await around()).ComposerGate);
export const RoleBadge = lazyView(async () => (await around()).RoleBadge);
export const WelcomeNote = lazyView(async () => (await around()).WelcomeNote);

/** For hosts alone. */
export const HostSheet = lazyView(async () => (await import('../hosts/host-sheet.tsx')).HostSheet);
