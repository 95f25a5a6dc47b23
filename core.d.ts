/** What every platform has, and the library of the language alone does not know; tsconfig.core.json reads it. */
declare class TextEncoder {
  encode(text: string): Uint8Array;
}
