import { Sheet } from '../parts/sheet.tsx';
import { useSession } from '../room/session.ts';
import { laterStrings } from '../strings/later-strings.ts';
import { DestroySection } from './destroy-section.tsx';
import { EnteringSection } from './entering-section.tsx';
import { InvitationSection } from './invitation-section.tsx';
import { KeySection } from './key-section.tsx';
import { LogSection } from './log-section.tsx';
import { SaysSection } from './says-section.tsx';
import { StandingsSection } from './standings-section.tsx';
import { WritingSection } from './writing-section.tsx';

const TITLE = 'room-settings-title';

/** How the room is kept (H4). A moderator sees what is a moderator's to do, and no more. */
export function RoomSettingsSheet({ onClose }: { onClose: () => void }) {
  const { self, settings } = useSession().state.value;
  const isOwner = self?.role === 'owner';
  return (
    <Sheet titleId={TITLE} onClose={onClose}>
      {() => (
        <div class="room-settings">
          <h2 id={TITLE} class="sheet-title">
            {laterStrings.roomSettings.title}
          </h2>
          {isOwner && <SaysSection />}
          <WritingSection />
          {isOwner && <EnteringSection />}
          {/* H5: a link of before is worth nothing any more. */}
          <InvitationSection key={settings.access} />
          <StandingsSection />
          <LogSection />
          {isOwner && <KeySection />}
          {isOwner && <DestroySection />}
        </div>
      )}
    </Sheet>
  );
}
