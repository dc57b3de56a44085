export interface StoredFile {
  key: string;
  /** Bytes. */
  size: number;
  modifiedAt: Date;
}

/** Both ends inclusive and counted from 0, as in HTTP. `parseRange` makes one from a header. */
export interface ByteRange {
  start: number;
  end: number;
}

export interface FileContent {
  /** Size of the whole file in bytes, also when only a range of it is read. */
  size: number;
  /** Cancel it when the reader goes away, otherwise a file handle or a connection stays open. */
  stream: ReadableStream<Uint8Array>;
}

export type FileBody = Uint8Array | ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>;

/**
 * Where bytes are kept: a folder or a bucket. Keys are lower-case paths such as `uploads/4f/4f0c9a.webp`; any other
 * key is refused with InvalidFileKey, so no name a person chose may become a key. Failures of the disk or the network
 * reject; a missing file is null.
 */
export interface FileStore {
  readonly kind: "disk" | "s3";
  /**
   * Stores a file or replaces it. Readers see the old file or the whole new one, never a part; when the body fails
   * half-way, nothing is stored. The file is durable when the promise resolves.
   */
  put(key: string, body: FileBody, options?: { contentType?: string }): Promise<StoredFile>;
  /** Rejects with RangeError when the range begins past the end of the file. */
  get(key: string, range?: ByteRange): Promise<FileContent | null>;
  stat(key: string): Promise<StoredFile | null>;
  /** Deleting what is not there is fine. */
  delete(key: string): Promise<void>;
  /** Files whose key begins with the prefix (empty: all), ordered by key. */
  list(prefix: string): AsyncIterable<StoredFile>;
  close(): Promise<void>;
}

export interface S3Settings {
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

export interface FileStoreConfig {
  /** The disk store keeps its files in `files` under this folder. */
  dataDir: string;
  /** When given, files go to this bucket instead. */
  s3?: S3Settings | null;
}
