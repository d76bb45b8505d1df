/** What one person, connection, document and workspace may take of the server. */
export interface CollaborationLimits {
  /** Frames a connection may send at once, and each second after that. A frame of 4 KB or more counts by its size. */
  readonly connectionRate: Rate;
  /** The same for all connections of a person together. */
  readonly userRate: Rate;
  /** Frames over the rate that wait their turn before the connection is ended. */
  readonly waitingFrames: number;
  readonly connectionsPerUser: number;
  readonly connectionsPerWorkspace: number;
  readonly documentsPerConnection: number;
  /** UTF-16 units of one text. A template of 2,000 items has some 700,000. */
  readonly textLength: number;
  /** Bytes of all edits of a workspace in the log and its snapshots. */
  readonly workspaceBytes: number;
}

export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

/** Ample for people who type, paste and come back from a day offline (which is one frame); a script notices them. */
export const defaultLimits: CollaborationLimits = {
  connectionRate: { burst: 1_000, perSecond: 100 },
  userRate: { burst: 2_000, perSecond: 200 },
  waitingFrames: 1_000,
  connectionsPerUser: 30,
  connectionsPerWorkspace: 5_000,
  documentsPerConnection: 50,
  textLength: 2_000_000,
  workspaceBytes: 4 * 1024 ** 3,
};
