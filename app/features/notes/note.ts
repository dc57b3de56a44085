/** What somebody on the team told the others about a topic. */
export interface Note {
  id: number;
  authorId: number;
  by: { name: string; displayName: string };
  /** Sanitised markup; empty once it was deleted. */
  bodyHtml: string;
  createdAt: Date;
  editedAt: Date | null;
  /** Its words are gone; that it was there is not. */
  deleted: { at: Date; by: string | null } | null;
}
