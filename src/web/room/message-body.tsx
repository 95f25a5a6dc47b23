import './message-body.css';
import { strings } from '../strings/strings.ts';
import { MessageText } from './message-text.tsx';
import { type Entry, isSent } from './rows.ts';

export function MessageBody({ entry }: { entry: Entry }) {
  const message = isSent(entry) ? entry : undefined;
  if (message?.deleted) return <p class="message-gone">{strings.messages.deleted}</p>;
  return (
    <MessageText text={entry.text ?? ''}>
      {message?.edited && (
        <>
          {' '}
          <span class="message-edited">{strings.messages.edited}</span>
        </>
      )}
    </MessageText>
  );
}
