import './save-transcript.css';
import { useRef } from 'preact/hooks';
import { roomApi } from '../../protocol/api.ts';
import { IconButton } from '../parts/icon-button.tsx';
import { SaveIcon } from '../parts/later-icons.tsx';
import { saveFile } from '../parts/save-file.ts';
import { laterStrings } from '../strings/later-strings.ts';
import { strings } from '../strings/strings.ts';
import type { Notice } from './notice.ts';
import { bearer } from './preview.ts';
import { useSession } from './session.ts';

const MENU = 'transcript-menu';

/** R6: the room's words, to take away in one of three forms, in a menu under a button. */
export function SaveTranscript({ room }: { room: string }) {
  const menu = useRef<HTMLDivElement>(null);
  return (
    <>
      <IconButton popovertarget={MENU} name={laterStrings.transcript.save}>
        <SaveIcon />
      </IconButton>
      <div ref={menu} id={MENU} class="transcript" popover="auto">
        <TranscriptFormats room={room} onChosen={() => menu.current?.hidePopover()} />
      </div>
    </>
  );
}

/** The same where there is no button for it. The server names the file. */
export function TranscriptFormats({ room, onChosen }: { room: string; onChosen: () => void }) {
  const { state, notice } = useSession();
  const { settings } = state.value;
  return (
    <section>
      <h2 class="transcript-title">{laterStrings.transcript.save}</h2>
      {/* biome-ignore lint/a11y/noRedundantRoles: without bullets Safari takes a list for none */}
      <ul class="transcript-formats" role="list">
        {laterStrings.transcript.formats.map(([format, name]) => (
          <li key={format}>
            <a
              class="transcript-format"
              href={`${roomApi(room)}/transcript?format=${format}`}
              download
              onClick={(event) => {
                onChosen();
                if (!settings.access) return;
                event.preventDefault();
                void save(event.currentTarget.href, notice);
              }}
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
      <p class="transcript-note">{laterStrings.transcript.note}</p>
    </section>
  );
}

/** R5: of a closed room, which a plain link does not open: whoever asks says who they are. */
async function save(address: string, notice: Notice): Promise<void> {
  try {
    const answer = await fetch(address, { headers: bearer() });
    if (!answer.ok) throw new Error(`The room answered ${answer.status}.`);
    saveFile(await answer.blob(), fileNameOf(answer));
  } catch (error) {
    console.warn('The transcript could not be had:', error);
    notice.say(strings.actions.failed);
  }
}

/** As the server names it. */
function fileNameOf({ headers }: Response): string {
  const [, name = ''] = /filename\*=UTF-8''(\S+)/.exec(headers.get('Content-Disposition') ?? '') ?? [];
  return decodeURIComponent(name);
}
