/** A person of the archive. */
export interface SourcePerson {
  /** Empty for a deleted account. */
  login: string;
  name: string;
}

export interface SourceReply {
  externalId: string;
  /** The reply it answers, when the archive knows. */
  parentId: string | null;
  author: SourcePerson;
  body: string;
  createdAt: Date;
  editedAt: Date | null;
  thumbsUp: number;
}

/** Something that changed the state of a topic. */
export interface SourceChange {
  type: "closed" | "reopened" | "merged" | "locked";
  at: Date;
  by: SourcePerson | null;
}

/** One topic of an archive, whatever its shape was. */
export interface SourceTopic {
  /** Which tracker: "owner/repository". Numbers are unique only inside it. */
  source: string;
  number: number;
  title: string;
  body: string;
  author: SourcePerson;
  isPull: boolean;
  createdAt: Date;
  editedAt: Date | null;
  closedAt: Date | null;
  /** How it ended: merged and completed are good ends, declined is not; null while open or unknown. */
  ending: "completed" | "merged" | "declined" | null;
  isOpen: boolean;
  closedBy: SourcePerson | null;
  lockedAt: Date | null;
  labels: string[];
  thumbsUp: number;
  changes: SourceChange[];
  replies: SourceReply[];
  /** Accounts this record shows to belong to the team; see each shape. */
  staff: string[];
}

/** A record that cannot be taken over; the sentence says why. */
export class BadRecord extends Error {
  override name = "BadRecord";
}
