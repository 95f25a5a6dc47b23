import './message-body.css';
import { strings } from '../strings/strings.ts';
import { linkPieces, type Piece } from './links.ts';
import { type Entry, isSent } from './rows.ts';

const ONLY_EMOJI = /^(?:\p{RGI_Emoji}\s?){1,6}$/v;

export function MessageBody({ entry }: { entry: Entry }) {
  const message = isSent(entry) ? entry : undefined;
  if (message?.deleted) return <p class="message-gone">{strings.messages.deleted}</p>;
  const text = entry.text ?? '';
  return (
    <div class={ONLY_EMOJI.test(text) ? 'message-text message-emoji' : 'message-text'} dir="auto">
      {linkPieces(text).map(pieceView)}
      {message?.edited && (
        <>
          {' '}
          <span class="message-edited">{strings.messages.edited}</span>
        </>
      )}
    </div>
  );
}

function pieceView(piece: Piece) {
  if (!piece.href) return piece.text;
  return (
    <a href={piece.href} target="_blank" rel="noopener noreferrer">
      {piece.text}
    </a>
  );
}
