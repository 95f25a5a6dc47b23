import type { ClientMessageOf } from '../../protocol/client-message.ts';
import { type ErrorCode, refusal } from '../../protocol/codes.ts';
import { wordsOf } from '../../protocol/search.ts';
import { searchLimits } from '../../protocol/search-limits.ts';
import { messageText } from '../../protocol/text.ts';
import type { Outcome } from '../effect.ts';
import { find } from '../finding.ts';
import { answer, type Turn } from '../turn.ts';

/** R7. */
export function search(turn: Turn, { id, query, before }: ClientMessageOf<'search'>): Outcome {
  const result = messageText(query, searchLimits.queryLength);
  if ('refused' in result) return refused(result.refused);
  const words = wordsOf(result.text);
  if (words.length === 0) return refused('empty');
  return answer(turn, id, { type: 'found', ...find(turn, words, turn.speaker.id, before) });
}

const refused = (code: ErrorCode) =>
  refusal(code, { message: `A search has a word, and at most ${searchLimits.queryLength} characters.` });
