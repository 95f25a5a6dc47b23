/** Where rooms are to be had over HTTP (R5, A2, A4), and what the deployer has of them (D1). */
export const ROOMS_API = '/api/rooms';
export const ADMIN_API = '/api/admin';

/** A room's place under `/api`; everything of the room's hangs below it. */
export const roomApi = (room: string) => `${ROOMS_API}/${encodeURIComponent(room)}`;
