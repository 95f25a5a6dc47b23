import { fieldsOf } from '../protocol/fields.ts';
import { plainLine } from './plain-text.ts';

/** Why a room could not be joined, as far as the server tells over HTTP. */
export interface Reason {
  readonly sentence: string;
  /** Trying again will not help. */
  readonly isFinal: boolean;
}

const WITHIN = 5_000;

/** A socket that does not open says nothing of why: its room is asked by HTTP (R5, A5). */
export async function whyNot(summary: string): Promise<Reason> {
  try {
    const answer = await fetch(summary, { signal: AbortSignal.timeout(WITHIN) });
    if (answer.ok) return { sentence: 'The server answers, but its socket does not open.', isFinal: false };
    const isFinal = answer.status === 400 || answer.status === 404;
    const detail = detailOf(await answer.json().catch(() => undefined));
    const what = isFinal ? 'There is no such room.' : 'The server refused.';
    return { sentence: `${what} It answered ${answer.status}${detail && `: ${detail}`}`, isFinal };
  } catch (error) {
    return { sentence: trouble(error), isFinal: false };
  }
}

function detailOf(problem: unknown): string {
  const { detail } = fieldsOf(problem);
  return typeof detail === 'string' ? plainLine(detail) : '';
}

function trouble(error: unknown): string {
  const cause = (error instanceof Error ? error.cause : undefined) ?? error;
  const message = cause instanceof Error ? cause.message : '';
  return plainLine(message || String(fieldsOf(cause).code ?? error));
}
