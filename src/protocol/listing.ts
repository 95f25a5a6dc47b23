/** D2: what the platform bills. */
export interface Usage {
  readonly rowsRead: number;
  readonly rowsWritten: number;
  readonly requests: number;
}

export interface DayUsage extends Usage {
  /** YYYY-MM-DD, UTC. */
  readonly day: string;
}

/** D2: how a room stood when it was last heard of. */
export interface ListedRoom {
  readonly room: string;
  readonly members: number;
  readonly head: number;
  readonly bytes: number;
  readonly isLocked: boolean;
  /** Unix ms. */
  readonly activeAt: number;
  /** Of those days on which something happened, the last 30, ascending. */
  readonly days: readonly DayUsage[];
}

/** D2: what `GET /api/admin/rooms` answers. */
export interface Listing {
  /** Those asked for, the last active first. */
  readonly rooms: readonly ListedRoom[];
  /** Whether there are more of them. */
  readonly more: boolean;
  /** Of all rooms there are. */
  readonly total: {
    readonly rooms: number;
    readonly members: number;
    readonly head: number;
    readonly bytes: number;
  };
  readonly days: readonly DayUsage[];
}
