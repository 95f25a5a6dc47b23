/** What a text stands for as JSON; undefined, which no JSON stands for, where it is none. Never throws. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
