/** A form that could not be taken yet, kept whole so that nothing typed is lost. Files do not survive. */
export interface KeptForm {
  /** Path the form was sent to. */
  path: string;
  fields: [name: string, value: string][];
  /** Fields in which files were chosen. */
  fileFields: string[];
}

const maxFields = 200;
const maxNameCharacters = 100;
const maxCharacters = 1_000_000;

/** Written into one hidden field. */
export function packForm(form: KeptForm): string {
  return JSON.stringify(form);
}

/** Reads what `packForm` wrote. It has been in the visitor's hands since: null for anything that is not such a form. */
export function unpackForm(text: string | undefined): KeptForm | null {
  if (!text || text.length > 2 * maxCharacters) return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const { path, fields, fileFields } = (value ?? {}) as Partial<Record<keyof KeptForm, unknown>>;
  if (typeof path !== "string" || !Array.isArray(fields) || !Array.isArray(fileFields)) return null;
  if (!fields.every(isField) || !fileFields.every((name) => typeof name === "string")) return null;
  return bounded({ path, fields, fileFields });
}

/** Leaves out secrets and what no form of ours sends. */
export function bounded({ path, fields, fileFields }: KeptForm): KeptForm {
  let characters = 0;
  const kept = fields.slice(0, maxFields).filter(([name, value]) => {
    if (/password/i.test(name) || name.length > maxNameCharacters) return false;
    characters += value.length;
    return characters <= maxCharacters;
  });
  return { path, fields: kept, fileFields: fileFields.slice(0, maxFields) };
}

function isField(field: unknown): field is [string, string] {
  return Array.isArray(field) && field.length === 2 && field.every((part) => typeof part === "string");
}
