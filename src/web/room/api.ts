/** A room's place under `/api`; everything of the room's hangs below it. */
export const roomApi = (room: string) => `/api/rooms/${encodeURIComponent(room)}`;
