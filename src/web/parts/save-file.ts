/** In ms: a browser may ask the person first, and reads the file only then. */
const STANDS = 60_000;

/** Has the browser save a file, which the page has read itself. */
export function saveFile(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), STANDS);
}
