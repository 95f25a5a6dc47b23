import type { ComponentType } from 'preact';
import { lazyView } from '../parts/lazy-view.tsx';
import { ownTask } from '../parts/own-task.ts';

type Views = Omit<typeof import('./around.ts'), 'laterWords'>;
type PropsOf<View> = View extends ComponentType<infer Props extends object> ? Props : never;

/** One of the views around the messages, by its name there. */
function later<Name extends keyof Views>(name: Name) {
  return lazyView(async () => {
    const { laterWords, ...views } = await import('./around.ts');
    await laterWords;
    await ownTask();
    return views[name] as unknown as ComponentType<PropsOf<Views[Name]>>;
  });
}

/** Views that come behind the messages. */
export const Actions = later('Actions');
export const Alerts = later('Alerts');
export const Announcer = later('Announcer');
export const ComposerCount = later('ComposerCount');
export const ComposerGate = later('ComposerGate');
export const ComposerPurpose = later('ComposerPurpose');
export const ConnectionStatus = later('ConnectionStatus');
export const HeaderTools = later('HeaderTools');
export const Invite = later('Invite');
export const JoinDialog = later('JoinDialog');
export const JoinToWrite = later('JoinToWrite');
export const JumpBack = later('JumpBack');
export const JumpToLatest = later('JumpToLatest');
export const MentionMark = later('MentionMark');
export const NobodyOfThatName = later('NobodyOfThatName');
export const PeopleAside = later('PeopleAside');
export const PeopleSheet = later('PeopleSheet');
export const PrivateSign = later('PrivateSign');
export const RoleBadge = later('RoleBadge');
export const RoomKeys = later('RoomKeys');
export const SendState = later('SendState');
export const TypingLine = later('TypingLine');
export const WelcomeNote = later('WelcomeNote');

/** For hosts alone. */
export const HostSheet = lazyView(async () => (await import('../hosts/host-sheet.tsx')).HostSheet);
