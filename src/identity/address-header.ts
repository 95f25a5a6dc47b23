/** H3: in which the Worker tells a room, by a keyed hash, where a connection comes from. */
export const ADDRESS_HEADER = 'Parlor-Address';
