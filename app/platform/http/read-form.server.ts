import { parseFormData } from "@remix-run/form-data-parser";
import { getMultipartBoundary } from "@remix-run/multipart-parser";
import { BadRequest, TooLarge } from "~/platform/errors";
import { readText } from "./read-text.server";
import { streamParts } from "./multipart-stream.server";

const mebibyte = 1024 * 1024;
// Generous beside what fields accept: a text that is far too long still comes back with its message.
const maxTextFormBytes = 16 * mebibyte;
const maxMultipartBytes = 64 * mebibyte;
const maxFiles = 12;
const maxFileBytes = 16 * mebibyte;
/** Five pictures, a video and a text; what is refused of them is still read, so that the page can say so. */
const maxStreamedBytes = 160 * mebibyte;
const maxStreamedParts = 1_000;

export interface SentForm {
  /** The method meant: POST, or what a plain form asked for through `_method`. */
  method: "POST" | "PUT" | "PATCH" | "DELETE";
  /** Text fields by name; of a field sent twice the first one counts. */
  values: Record<string, string>;
  /** All values of a field that may be sent several times (checkboxes, lists). */
  all(name: string): string[];
  /** Files by field name. An input left empty sends none; an empty file is one, for its name must be answered for. */
  files(name: string): File[];
  /** Every text field as it was sent, in order. */
  fields: [name: string, value: string][];
  /** Fields in which files were chosen. */
  fileFields: string[];
}

/** A file on its way in. Its content can be read once; what is not read is skipped. */
export interface SentFile {
  field: string;
  fileName: string;
  content: AsyncIterable<Uint8Array>;
}

/** Reads a form of either encoding, bounded in size. Throws BadRequest or TooLarge. */
export async function readForm(request: Request): Promise<SentForm> {
  return sentForm(request, [...(await parse(request))]);
}

/**
 * As readForm, for forms with large files: each is given to `take` as it comes in and never held as a whole. The form
 * that is answered has none of them.
 */
export async function readFormTaking(
  request: Request,
  take: (file: SentFile) => Promise<void>,
): Promise<SentForm> {
  const boundary = getMultipartBoundary(request.headers.get("content-type") ?? "");
  if (!boundary || !isMultipart(request) || !request.body) return readForm(request);
  if (declaredBytes(request) > maxStreamedBytes) throw new TooLarge("form-too-large");
  const limits = { maxParts: maxStreamedParts, maxBytes: maxStreamedBytes };
  const fields: [string, string][] = [];
  let textBytes = 0;
  const body = request.body as unknown as AsyncIterable<Uint8Array>;
  for await (const { name, fileName, content } of streamParts(body, boundary, limits)) {
    if (fileName === null) {
      const text = await readText(content, maxTextFormBytes - textBytes);
      textBytes += text.byteLength;
      fields.push([name, text.toString("utf8")]);
    } else if (fileName !== "") await take({ field: name, fileName, content });
  }
  return sentForm(request, fields);
}

function sentForm(request: Request, entries: readonly [string, FormDataEntryValue][]): SentForm {
  const values: Record<string, string> = Object.create(null) as Record<string, string>;
  const fields: SentForm["fields"] = [];
  const files: [string, File][] = [];
  for (const [name, value] of entries) {
    if (typeof value === "string") fields.push([withoutNul(name), withoutNul(value)]);
    else files.push([name, value]);
  }
  for (const [name, value] of fields) if (!(name in values)) values[name] = value;
  return {
    method: meantMethod(request.method, values._method),
    values,
    all: (name) => fields.filter(([each]) => each === name).map(([, value]) => value),
    files: (name) =>
      files
        .filter(([each, file]) => each === name && (file.size > 0 || file.name !== ""))
        .map(([, file]) => file),
    fields,
    fileFields: [...new Set(files.filter(([, file]) => file.size > 0).map(([name]) => name))],
  };
}

function isMultipart(request: Request): boolean {
  return (request.headers.get("content-type") ?? "").startsWith("multipart/form-data");
}

function declaredBytes(request: Request): number {
  return Number(request.headers.get("content-length") ?? 0);
}

// No keyboard types one, and PostgreSQL takes none in a text: it would end as an error of ours.
function withoutNul(text: string): string {
  return text.replaceAll("\0", "");
}

async function parse(request: Request): Promise<FormData> {
  const isPlain = (request.headers.get("content-type") ?? "").startsWith("application/x-www-form-urlencoded");
  if (!isMultipart(request) && !isPlain) throw new BadRequest("form-expected");
  const maxTotalSize = isPlain ? maxTextFormBytes : maxMultipartBytes;
  if (declaredBytes(request) > maxTotalSize) throw new TooLarge("form-too-large");
  try {
    // Counted while reading too: whoever sends in chunks says no length beforehand.
    return await parseFormData(request, { maxFiles, maxFileSize: maxFileBytes, maxTotalSize });
  } catch (error) {
    const name = (error as Error).name + (error as { cause?: Error }).cause?.name;
    if (/MaxFile|MaxTotal|Max\w*Size|TooLarge/.test(name)) throw new TooLarge("form-too-large");
    throw new BadRequest("form-unreadable");
  }
}

function meantMethod(method: string, asked: string | undefined): SentForm["method"] {
  const meant = method === "POST" && asked ? asked.toUpperCase() : method;
  if (meant === "POST" || meant === "PUT" || meant === "PATCH" || meant === "DELETE") return meant;
  throw new BadRequest("method-unknown");
}
