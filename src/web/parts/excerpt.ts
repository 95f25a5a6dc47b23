/** The first so many code points of a text. */
export const excerpt = (text: string, most: number) => [...text.slice(0, 2 * most)].slice(0, most).join('');
