import { isAttachmentId } from "./attachment";

/** What a button beside the files of a form asks for, where no script does it in the page. */
export type FilesRequest = { kind: "add" } | { kind: "up" | "down"; id: string };

export function writeFilesRequest(request: FilesRequest): string {
  return request.kind === "add" ? "add" : `${request.kind}:${request.id}`;
}

export function readFilesRequest(value: string | undefined): FilesRequest | null {
  if (value === "add") return { kind: "add" };
  const [kind, id] = value?.split(":") ?? [];
  return (kind === "up" || kind === "down") && isAttachmentId(id) ? { kind, id } : null;
}

/** The files in the order asked for; one at the end of the row stays there. */
export function arranged<File extends { id: string }>(
  files: readonly File[],
  request: FilesRequest | null,
): File[] {
  const order = [...files];
  if (!request || request.kind === "add") return order;
  const from = order.findIndex(({ id }) => id === request.id);
  const to = from + (request.kind === "up" ? -1 : 1);
  const [moved, other] = [order[from], order[to]];
  if (moved && other) [order[from], order[to]] = [other, moved];
  return order;
}
