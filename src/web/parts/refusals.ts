import { RefusedError } from '../../client/refused-error.ts';
import type { Refusal } from '../../protocol/codes.ts';
import { language, strings } from '../strings/strings.ts';

type Told = Pick<Refusal, 'message'> & { readonly code: string };

/** A refusal in the reader's language. What the server says itself, in English, may be more exact, and is all there is where its code is newer than the page. */
export function refusalSentence({ code, message }: Told): string {
  if (language.value === 'en') return message;
  const sentences: Readonly<Record<string, string>> = strings.errors;
  return sentences[code] ?? message;
}

/** Why something asked of the room was not done; undefined where it was. */
export async function whyNot(doing: Promise<unknown> | undefined): Promise<string | undefined> {
  try {
    await doing;
    return undefined;
  } catch (failure) {
    return failure instanceof RefusedError ? refusalSentence(failure.refusal) : strings.actions.failed;
  }
}
