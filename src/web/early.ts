/**
 * What takes long and needs none of the page's code, begun while that is still on its way. A script of its own, which
 * imports nothing, so that it is there before all others. A newcomer's first messages are asked for, and room/preview.ts
 * takes the answer; whoever has been here before is told by the room itself. And the browser learns to tell the time,
 * which takes it tens of ms, whatever it is told first.
 */
export {};

declare global {
  /** What was asked, until it is taken; null once the page has come to ask for itself. */
  var parlorEarly: { readonly path: string; readonly answer: Promise<Response> } | null | undefined;
}

const room = /^\/r\/([^/]+)\/?$/.exec(location.pathname)?.[1];
if (room && !location.hash && globalThis.parlorEarly === undefined && isNew()) {
  const path = `/api/rooms/${room}/messages`;
  const answer = fetch(path);
  // Whoever takes it hears of it as well.
  answer.catch(() => {});
  globalThis.parlorEarly = { path, answer };
}

new Intl.DateTimeFormat(navigator.languages[0], { hour: 'numeric', minute: '2-digit' }).format();

function isNew(): boolean {
  try {
    return !localStorage.getItem('parlor:name');
  } catch {
    return true;
  }
}
