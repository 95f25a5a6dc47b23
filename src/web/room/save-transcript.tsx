import './save-transcript.css';
import { useRef } from 'preact/hooks';
import { IconButton } from '../parts/icon-button.tsx';
import { SaveIcon } from '../parts/icons.tsx';
import { laterStrings } from '../strings/later-strings.ts';
import { roomApi } from './api.ts';

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
              onClick={onChosen}
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
