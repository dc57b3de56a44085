import type { Segment, SearchLanguage } from "~/platform/search-engine/port";
import type { ResultKind } from "./question";

/** One line of the answer, made of what the database holds now and the viewer may see. */
export interface Result {
  /** Of the document, unique in the answer. */
  id: string;
  kind: ResultKind;
  url: string;
  title: Segment[];
  excerpt: Segment[];
  language: SearchLanguage;
  createdAt: Date;
  /** Of the topic; null for announcements. */
  status: string | null;
  author: { name: string; displayName: string };
  votes: number;
  affected: number;
  helpful: number;
  isSolution: boolean;
  /** Version an announcement is about, empty when it names none. */
  release: string;
  official: OfficialMark | null;
}

/** The sealed part of an official reply, as it was when it was sent. */
export interface OfficialMark {
  reference: string;
  authorName: string;
  authorTitle: string;
  postedAt: Date;
  /** The newest published announcement it points to. */
  settledBy: { label: string; url: string } | null;
}
