export interface SkippedRecord {
  file: string;
  line: number;
  reason: string;
}

/** What an import did, or with --dry-run would do. */
export interface ImportReport {
  topics: number;
  replies: number;
  members: number;
  votes: number;
  announcements: number;
  /** Links between announcements and topics. */
  links: number;
  officialReplies: number;
  /** Records that were here already and have not changed. */
  unchanged: number;
  skipped: SkippedRecord[];
}

export function emptyReport(): ImportReport {
  return {
    topics: 0,
    replies: 0,
    members: 0,
    votes: 0,
    announcements: 0,
    links: 0,
    officialReplies: 0,
    unchanged: 0,
    skipped: [],
  };
}

export interface ImportOptions {
  isDryRun: boolean;
  /** The moment trending is reckoned from; without it, each vote counts as cast when its topic was opened. */
  asOf?: Date;
  areaByLabel?: ReadonlyMap<string, string>;
  /** `total` is null while it is not known yet. */
  onProgress?: (label: string, done: number, total: number | null) => void;
}
