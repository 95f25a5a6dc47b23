/** What is shown for a control character of ASCII, ␛ for Esc; undefined for the others, of which there are no pictures. */
export function controlPicture(control: string): string | undefined {
  const code = control.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '␡' : undefined;
}
