import { topicActionPath } from "~/features/topics/paths";

/** The notes of a topic; POST writes one. */
export function notesPath(number: number): string {
  return topicActionPath(number, "notes");
}

/** POST changes a note, DELETE takes its words away. */
export function notePath(number: number, id: number): string {
  return `${notesPath(number)}/${id}`;
}
