import { slug } from "~/platform/text/slug";
import { topicActions } from "./paths";

/**
 * Readable part of a topic's address. A topic called "History" would stand at the address where its history is read, so
 * such a word gets another one before it.
 */
export function topicSlug(title: string): string {
  const made = slug(title);
  return (topicActions as readonly string[]).includes(made) ? `topic-${made}` : made;
}
