import type { Copy } from './copy.ts';

/** For programs: one document, messages as on the wire, a line each. */
export async function* asJson({ room, log, head, at, pages }: Copy): AsyncGenerator<string> {
  yield `${inert({ room, log, head, exportedAt: at }).slice(0, -1)},"messages":[\n`;
  let separator = '';
  for await (const page of pages) {
    yield separator + page.map(inert).join(',\n');
    separator = ',\n';
  }
  yield '\n]}\n';
}

/** What would mean something to a page, a script, XML or a terminal that this is pasted into. */
const LIVE = /[<>&\u2028\u2029\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** JSON in which those are escaped: the same value once it is parsed. */
function inert(value: unknown): string {
  return JSON.stringify(value).replace(
    LIVE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
