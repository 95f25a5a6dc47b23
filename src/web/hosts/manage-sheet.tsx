import { useSignal } from '@preact/signals';
import type { HostCommand } from '../../client/room-client.ts';
import type { Member } from '../../protocol/server-message.ts';
import { Sheet } from '../parts/sheet.tsx';
import { useSession } from '../room/session.ts';
import { laterStrings } from '../strings/later-strings.ts';
import { act } from './act.ts';
import { BanForm } from './ban-form.tsx';
import { roleOf } from './rank.ts';
import { useStandings } from './use-standings.ts';

const TITLE = 'manage-title';

type Step = 'choose' | 'ban' | 'passOn';

/** What a host can do with a member. What needs a second thought asks for it in the same place. */
export function ManageSheet({ member, onClose }: { member: Member; onClose: () => void }) {
  const session = useSession();
  const step = useSignal<Step>('choose');
  const { manage } = laterStrings;
  const titles = {
    choose: manage.open(member.name),
    ban: manage.banTitle(member.name),
    passOn: manage.passOnTo(member.name),
  };
  return (
    <Sheet titleId={TITLE} onClose={onClose}>
      {(close) => {
        const does = async (command: HostCommand) => {
          close();
          await act(session, command);
        };
        return (
          <div class="manage">
            <h2 id={TITLE} class="sheet-title">
              {titles[step.value]}
            </h2>
            {step.value === 'choose' && (
              <Choices member={member} does={does} onStep={(next) => (step.value = next)} />
            )}
            {step.value === 'ban' && <BanForm member={member} does={does} onGiveUp={close} />}
            {step.value === 'passOn' && <PassOn member={member} does={does} onGiveUp={close} />}
          </div>
        );
      }}
    </Sheet>
  );
}

interface PartProps {
  member: Member;
  does: (command: HostCommand) => Promise<void>;
}

function Choices({ member, does, onStep }: PartProps & { onStep: (step: Step) => void }) {
  const { hosts, members, self } = useSession().state.value;
  const standing = useStandings()?.find((one) => one.member.id === member.id);
  const { manage, roomSettings } = laterStrings;
  const id = { member: member.id };
  const isHere = members.some((one) => one.id === member.id);
  const isModerator = roleOf(hosts, member.id) === 'moderator';
  const button = (name: string, act: () => void, isGrave = false) => (
    <button key={name} type="button" class={isGrave ? 'manage-act manage-grave' : 'manage-act'} onClick={act}>
      {name}
    </button>
  );
  return (
    <div class="manage-acts">
      {standing?.muted
        ? button(manage.unmute, () => void does({ type: 'unmute', ...id }))
        : manage.mutes.map(([minutes, name]) =>
            button(name, () => void does({ type: 'mute', ...id, ...(minutes && { minutes }) })),
          )}
      {button(manage.admit, () => void does({ type: 'admit', ...id }))}
      {self?.role === 'owner' && (
        <>
          {button(
            isModerator ? manage.member : manage.moderator,
            () => void does({ type: 'appoint', ...id, role: isModerator ? 'member' : 'moderator' }),
          )}
          {button(manage.passOn, () => onStep('passOn'))}
        </>
      )}
      {isHere && button(manage.remove, () => void does({ type: 'kick', ...id }), true)}
      {standing?.banned
        ? button(
            roomSettings.undo(roomSettings.banned, member.name),
            () => void does({ type: 'unban', ...id }),
          )
        : button(manage.ban, () => onStep('ban'), true)}
    </div>
  );
}

/** H2: nothing gives it back but whoever has it then. */
function PassOn({ member, does, onGiveUp }: PartProps & { onGiveUp: () => void }) {
  const { manage } = laterStrings;
  return (
    <>
      <p class="host-hint">{manage.passOnHint}</p>
      <div class="host-buttons">
        <button type="button" class="button" onClick={onGiveUp}>
          {manage.cancel}
        </button>
        <button
          type="button"
          class="button button-grave"
          onClick={() => void does({ type: 'appoint', member: member.id, role: 'owner' })}
        >
          {manage.passOnGo}
        </button>
      </div>
    </>
  );
}
