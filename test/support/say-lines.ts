/** Says that many lines in the room of that address, 50 a frame; the server must bear as much. */
export async function sayLines(room: string, lines: number): Promise<void> {
  const { host, pathname } = new URL(room);
  const socket = new WebSocket(`ws://${host}/api/rooms/${pathname.split('/').at(-1)}/socket`, 'parlor.v1');
  const heard = new Promise<void>((resolve) => {
    socket.onmessage = ({ data }) => data.includes(`"text":"Line ${lines}"`) && resolve();
  });
  await new Promise((resolve) => (socket.onopen = resolve));
  socket.send(JSON.stringify({ type: 'join', name: 'Writer' }));
  const sends = Array.from({ length: lines }, (_, index) => ({ type: 'send', text: `Line ${index + 1}` }));
  for (let sent = 0; sent < lines; sent += 50) socket.send(JSON.stringify(sends.slice(sent, sent + 50)));
  await heard;
  socket.close();
}
