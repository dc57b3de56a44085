import type { SearchDocument } from "../port";
import type { Connection } from "./connection.server";

type Stored = Omit<SearchDocument, "createdAt" | "activeAt"> & { createdAt: string; activeAt: string };

export function storedDocument(connection: Connection, number: number): SearchDocument | undefined {
  const row = connection.get<{ document: string }>("SELECT document FROM original WHERE number = ?", number);
  return row && readStored(row.document);
}

export function storedDocumentById(connection: Connection, id: string): SearchDocument | undefined {
  const row = connection.get<{ document: string }>(
    "SELECT document FROM original WHERE number = (SELECT number FROM document WHERE id = ?)",
    id,
  );
  return row && readStored(row.document);
}

function readStored(text: string): SearchDocument {
  const stored = JSON.parse(text) as Stored;
  return { ...stored, createdAt: new Date(stored.createdAt), activeAt: new Date(stored.activeAt) };
}
