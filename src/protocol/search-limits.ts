/**
 * R7; apart from the other limits, since the first load does without. A thousand texts of 80 letters are compared in 0.1 ms
 * where they are English, and in 2 to 5 ms where they are of other languages; the worst of thousands of made-up ones, however
 * long, in 11 ms (plain Node, 2 cores). To read the rows comes on top.
 */
export const searchLimits = {
  /** Code points of a query, after trimming. */
  queryLength: 200,
  /** Messages that one search looks through. */
  messages: 1_000,
  /** Letters that one search levels and compares: the bound where texts are long, take much to level, or words are many. */
  letters: 200_000,
  /** What a letter costs that is compared with another word. */
  perWord: 1 / 4,
  /** What each reactor that is listed on a message costs, in letters. */
  perReactor: 4,
  /** E1: how many commands a search counts as. */
  commands: 5,
} as const;
