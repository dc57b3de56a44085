import type { z } from "zod";
import type { FormErrors } from "./form-errors";

export type Parsed<Value> = { ok: true; value: Value } | { ok: false; errors: FormErrors };

/** Checks typed values with a schema whose issue messages are keys of locales/errors; the first issue of a field counts. */
export function parseForm<Schema extends z.ZodType>(
  schema: Schema,
  values: unknown,
): Parsed<z.output<Schema>> {
  const parsed = schema.safeParse(values);
  if (parsed.success) return { ok: true, value: parsed.data };
  const errors: FormErrors = { fields: {} };
  for (const issue of parsed.error.issues) {
    const field = issue.path.map(String).join(".");
    const params = "params" in issue ? (issue.params as Record<string, string | number>) : undefined;
    const error = { id: knownId(issue.message), ...(params ? { values: params } : {}) };
    if (field === "") errors.form ??= error;
    else errors.fields[field] ??= error;
  }
  return { ok: false, errors };
}

// Zod's own sentences (a missing or mistyped field) are English; the page says its own.
function knownId(message: string): string {
  return /^[a-z0-9-]+$/.test(message) ? message : "invalid";
}
