import './people.css';
import { useSignal } from '@preact/signals';
import type { Member } from '../../protocol/server-message.ts';
import { mayManage } from '../hosts/rank.ts';
import { RoleBadge } from '../hosts/role-badge.tsx';
import { Avatar } from '../parts/avatar.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { AsideIcon, MoreIcon, PenIcon } from '../parts/later-icons.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { laterStrings } from '../strings/later-strings.ts';
import { strings } from '../strings/strings.ts';
import { RenameForm } from './rename-form.tsx';
import { TranscriptFormats } from './save-transcript.tsx';
import { useSession } from './session.ts';

/** Beside the messages, where there is room. */
export function PeopleAside() {
  return (
    <aside class="people" aria-label={strings.people.title}>
      <PeopleTitle />
      <PeopleList />
      <RoomSettingsButton />
    </aside>
  );
}

/** Over the messages, on a phone. */
export function PeopleSheet({ onClose }: { onClose: () => void }) {
  const { room } = useSession();
  return (
    <Sheet class="people-sheet" titleId="people-title" onClose={onClose}>
      {(close) => (
        <>
          <PeopleTitle />
          <PeopleList onChosen={close} />
          <TranscriptFormats room={room} onChosen={close} />
          <RoomSettingsButton />
        </>
      )}
    </Sheet>
  );
}

function PeopleTitle() {
  const { members, count } = useSession().state.value;
  return (
    <h2 id="people-title" class="people-title">
      {strings.people.title}
      {count > members.length && <span>{strings.people.crowd(members.length, count)}</span>}
    </h2>
  );
}

function PeopleList({ onChosen }: { onChosen?: () => void }) {
  const { members, self, hosts } = useSession().state.value;
  return (
    // biome-ignore lint/a11y/noRedundantRoles: without bullets Safari takes a list for none
    <ul class="people-list" role="list" aria-labelledby="people-title">
      {self && <Ourselves self={self} />}
      {members
        .filter(({ id }) => id !== self?.id)
        .map((member) => (
          <li key={member.id} class="person">
            <Person member={member} />
            <span class="person-acts person-seldom">
              {mayManage(self, hosts, member.id) && <Manage member={member} />}
              <WriteTo member={member} onChosen={onChosen} />
            </span>
          </li>
        ))}
    </ul>
  );
}

function Person({ member }: { member: Member }) {
  return (
    <>
      <Avatar id={member.id} name={member.name} />
      <span class="person-name" dir="auto" title={member.name}>
        {member.name}
      </span>
      <RoleBadge id={member.id} />
    </>
  );
}

function Manage({ member }: { member: Member }) {
  const { hostSheet } = useSession();
  return (
    <IconButton
      name={laterStrings.manage.open(member.name)}
      aria-haspopup="dialog"
      onClick={() => (hostSheet.value = { kind: 'manage', member })}
    >
      <MoreIcon />
    </IconButton>
  );
}

function RoomSettingsButton() {
  const { hostSheet, isHost } = useSession();
  if (!isHost.value) return null;
  return (
    <button
      type="button"
      class="button people-room"
      aria-haspopup="dialog"
      onClick={() => (hostSheet.value = { kind: 'room' })}
    >
      {laterStrings.roomSettings.title}
    </button>
  );
}

function WriteTo({ member, onChosen }: { member: Member; onChosen: (() => void) | undefined }) {
  const { composer } = useSession();
  return (
    <IconButton
      name={strings.people.write(member.name)}
      onClick={() => {
        onChosen?.();
        composer.writeTo(member);
      }}
    >
      <AsideIcon />
    </IconButton>
  );
}

function Ourselves({ self }: { self: Member }) {
  const isRenaming = useSignal(false);
  if (isRenaming.value) {
    return (
      <li class="person">
        <RenameForm name={self.name} onDone={() => (isRenaming.value = false)} />
      </li>
    );
  }
  return (
    <li class="person">
      <Person member={self} />
      <span class="person-marks">{strings.people.you}</span>
      <span class="person-acts">
        <IconButton name={strings.people.rename} onClick={() => (isRenaming.value = true)}>
          <PenIcon />
        </IconButton>
      </span>
    </li>
  );
}
