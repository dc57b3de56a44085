import type { z } from "zod";
import { cliIssueSchema } from "./cli-issue";
import { GithubThreadSchema } from "./github-thread";
import { RestIssueSchema } from "./rest-issue";
import { BadRecord, type SourceTopic } from "./source-topic";

/**
 * One line of an archive as a topic. The shape is told from the fields that only it has. Throws BadRecord with a
 * sentence; `fallbackSource` names the tracker of a record that does not say it.
 */
export function readRecord(line: string, fallbackSource: string): SourceTopic {
  const record = parse(line);
  const schema = schemaFor(record, fallbackSource);
  const parsed = schema.safeParse(record);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new BadRecord(`${issue!.path.join(".") || "the record"}: ${issue!.message}`);
}

function parse(line: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new BadRecord("is not JSON");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new BadRecord("is no record");
  return value as Record<string, unknown>;
}

function schemaFor(record: Record<string, unknown>, fallbackSource: string): z.ZodType<SourceTopic> {
  if ("issue" in record || "pull" in record) return GithubThreadSchema;
  if ("created_at" in record) return RestIssueSchema;
  if ("createdAt" in record) return cliIssueSchema(fallbackSource);
  throw new BadRecord("has none of the known shapes");
}
