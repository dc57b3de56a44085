import type { IndexSchema } from "../port";
import { emptySchema, readSchemaWords, type SchemaWords } from "../schema-words";
import { readCombination, type Combination } from "./combinations";
import type { Connection } from "./connection.server";
import { Vocabulary } from "./vocabulary";

/** What a search needs besides the rows: small enough to keep in memory, read again when somebody has written. */
export interface Snapshot extends SchemaWords {
  connection: Connection;
  dataVersion: number;
  combinations: ReadonlyMap<number, Combination>;
  vocabulary: Vocabulary;
  schemaText: string | undefined;
}

export function takeSnapshot(connection: Connection, before: Snapshot | undefined): Snapshot {
  const known = before?.connection === connection ? before : undefined;
  const dataVersion = connection.dataVersion();
  if (known && known.dataVersion === dataVersion) return known;
  const schemaText = storedSchema(connection);
  const words = known && known.schemaText === schemaText ? known : readSchemaWords(parseSchema(schemaText));
  return {
    connection,
    dataVersion,
    combinations: readCombinations(connection),
    vocabulary: readNewWords(connection, known?.vocabulary ?? new Vocabulary()),
    schemaText,
    dictionary: words.dictionary,
    exactWords: words.exactWords,
    synonyms: words.synonyms,
  };
}

export function storedSchema(connection: Connection): string | undefined {
  return connection.get<{ value: string }>("SELECT value FROM meta WHERE key = 'schema'")?.value;
}

function readCombinations(connection: Connection): Map<number, Combination> {
  const rows = connection.all<{ number: number; content: string; documents: number }>(
    "SELECT number, content, documents FROM combination WHERE documents > 0",
  );
  return new Map(rows.map((row) => [row.number, readCombination(row)]));
}

function parseSchema(text: string | undefined): IndexSchema {
  return text === undefined ? emptySchema : (JSON.parse(text) as IndexSchema);
}

/** Numbers of rows only grow, so words of other processes are met by reading on from the last. */
function readNewWords(connection: Connection, vocabulary: Vocabulary): Vocabulary {
  const rows = connection.all<{ number: number; word: string }>(
    "SELECT number, word FROM vocabulary WHERE number > ? ORDER BY number",
    vocabulary.lastNumber,
  );
  for (const { number, word } of rows) vocabulary.add(number, word);
  return vocabulary;
}
