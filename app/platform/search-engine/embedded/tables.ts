/** Part of the file's name: processes of two releases side by side keep to their own files. */
export const layoutVersion = 1;

/** Grows when texts are cut into tokens differently; stored files then ask to be rebuilt. */
export const tokenizerVersion = "1";

/*
 * `document` is narrow because ranking and counting touch thousands of its rows; texts are read for the hits shown.
 * `combination` holds every distinct set of filter values once. Few exist, so a filter becomes a list of their
 * numbers, and counting rows by that one number yields the total and all facets together.
 * `words` keeps its own copy of the tokens: only then can FTS5 erase what was removed instead of marking it dead.
 */
export const createTables = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

  CREATE TABLE document (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    combination INTEGER NOT NULL,
    thread TEXT NOT NULL,
    author TEXT NOT NULL COLLATE NOCASE,
    created INTEGER NOT NULL,
    active INTEGER NOT NULL,
    votes INTEGER NOT NULL,
    boost REAL NOT NULL,
    rev INTEGER NOT NULL
  );
  CREATE INDEX document_by_combination ON document (combination, created);
  CREATE INDEX document_by_created ON document (created);
  CREATE INDEX document_by_active ON document (active);
  CREATE INDEX document_by_votes ON document (votes);
  CREATE INDEX document_by_author ON document (author);

  CREATE TABLE original (number INTEGER PRIMARY KEY, document TEXT NOT NULL);

  CREATE TABLE tag (
    number INTEGER NOT NULL,
    tag TEXT NOT NULL COLLATE NOCASE,
    PRIMARY KEY (number, tag)
  ) WITHOUT ROWID;

  CREATE TABLE combination (
    number INTEGER PRIMARY KEY,
    content TEXT NOT NULL UNIQUE,
    documents INTEGER NOT NULL
  );

  CREATE TABLE vocabulary (number INTEGER PRIMARY KEY AUTOINCREMENT, word TEXT NOT NULL UNIQUE);

  CREATE TABLE journal (number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL);

  CREATE VIRTUAL TABLE words USING fts5(title, tags, body, tokenize = 'ascii', prefix = '1 2 3');
  INSERT INTO words (words, rank) VALUES ('secure-delete', 1);
`;
