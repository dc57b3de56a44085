import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { FilterError } from "./filter";
import { StandInIndex, type SearchRequest } from "./indexes";
import type { Row } from "./filter";
import { ApiError, TaskError } from "./errors";
import { adminKey, StandInKeys, type StandInKey } from "./keys";

const documentId = /^[A-Za-z0-9_-]{1,511}$/;
const indexUid = /^[A-Za-z0-9_-]{1,400}$/;

interface Fault {
  path: RegExp;
  /** Methods too are told apart: `GET /tasks/3`. */
  times: number;
  act: "hang" | "reset" | { status: number; body: string; headers?: Record<string, string> };
}

interface StandInTask {
  uid: number;
  indexUid: string | null;
  type: string;
  status: "enqueued" | "succeeded" | "failed";
  error: { message: string; code: string; type: string; link: string } | null;
  customMetadata?: string;
  run: () => void;
}

/**
 * Speaks the part of Meilisearch's protocol the adapter uses, strictly: unknown paths, bad ids, unsigned searches and
 * wrong methods are errors and are noted. Writes become tasks worked off in order, or only when told to.
 */
export class StandInMeilisearch {
  readonly indexes = new Map<string, StandInIndex>();
  readonly tasks: StandInTask[] = [];
  readonly #keyring = new StandInKeys();
  readonly keys = this.#keyring.keys;
  readonly requests: { line: string; authorization: string | undefined; body: unknown }[] = [];
  /** What a real server would never have been asked. */
  readonly violations: string[] = [];
  version = "1.50.0";
  worksOffTasks = true;
  /** Documents for which this is true fail the task they are in. */
  refuses: (row: Row) => boolean = () => false;
  nextTaskError: { code: string; type: string } | undefined;
  #faults: Fault[] = [];
  #server: Server | undefined;
  #port = 0;

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** The same address again after a stop, as a restarted server has. */
  async start(): Promise<void> {
    this.#server = createServer((request, response) => void this.#serve(request, response));
    await new Promise<void>((resolve) => this.#server!.listen(this.#port, "127.0.0.1", resolve));
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    this.#server?.closeAllConnections();
    await new Promise((resolve) => this.#server?.close(resolve) ?? resolve(undefined));
  }

  fail(fault: Fault): void {
    this.#faults.push(fault);
  }

  asked(line: RegExp): number {
    return this.requests.filter((request) => line.test(request.line)).length;
  }

  workOffTasks(): void {
    for (const task of this.tasks) {
      if (task.status !== "enqueued") continue;
      try {
        task.run();
        task.status = "succeeded";
      } catch (error) {
        const { code, type } = error instanceof TaskError ? error : { code: "internal", type: "internal" };
        task.status = "failed";
        task.error = { message: "failed", code, type, link: "" };
      }
    }
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = await readText(request);
    const line = `${request.method} ${request.url}`;
    const fault = this.#faults.find((one) => one.times > 0 && one.path.test(line));
    if (fault) {
      fault.times -= 1;
      if (fault.act === "hang") return;
      if (fault.act === "reset") return void request.socket.destroy();
      response.writeHead(fault.act.status, fault.act.headers).end(fault.act.body);
      return;
    }
    const { authorization } = request.headers;
    try {
      const body: unknown = text === "" ? undefined : JSON.parse(text);
      this.requests.push({ line, authorization, body });
      const { status, answer } = this.#route(line, body, authorization);
      send(response, status, answer);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      send(response, error.status, {
        message: error.code,
        code: error.code,
        type: "invalid_request",
        link: "",
      });
    }
  }

  #route(
    line: string,
    body: unknown,
    authorization: string | undefined,
  ): { status: number; answer: unknown } {
    const [method = "", target = ""] = line.split(" ");
    const { pathname, searchParams } = new URL(target, this.url);
    const [, first, uid = "", part, rest] = pathname.split("/");
    const route = [method, first, part, rest].filter(Boolean).join(" ");
    if (first === "health") return { status: 200, answer: { status: "available" } };
    if (route === "POST multi-search") return { status: 200, answer: this.#multiSearch(body, authorization) };
    if (route === "POST indexes search") {
      return { status: 200, answer: this.#search({ ...(body as object), indexUid: uid }, authorization) };
    }
    if (authorization !== `Bearer ${adminKey}`) throw new ApiError(403, "invalid_api_key");
    if (first === "indexes" && uid !== "" && !indexUid.test(uid)) this.violations.push(line);
    const metadata = searchParams.get("customMetadata") ?? undefined;
    switch (route) {
      case "GET version":
        return { status: 200, answer: { pkgVersion: this.version, commitSha: "", commitDate: "" } };
      case "GET keys":
        return {
          status: 200,
          answer: { results: this.keys, offset: 0, limit: 1_000, total: this.keys.length },
        };
      case "POST keys":
        return { status: 201, answer: this.#keyring.create(body as Omit<StandInKey, "uid" | "key">) };
      case "GET tasks":
        return { status: 200, answer: this.#task(Number(uid)) };
      case "POST indexes":
        return this.#enqueue("indexCreation", (body as { uid: string }).uid, () =>
          this.#create((body as { uid: string }).uid),
        );
      case "DELETE indexes":
        return this.#enqueue("indexDeletion", uid, () => {
          this.#index(uid, TaskError);
          this.indexes.delete(uid);
        });
      case "PATCH indexes settings":
        return this.#enqueue("settingsUpdate", uid, () => {
          Object.assign(this.#index(uid, TaskError).settings, body);
        });
      case "GET indexes documents":
        return { status: 200, answer: this.#documents(uid, searchParams) };
      case "POST indexes documents":
        return this.#enqueue("documentAdditionOrUpdate", uid, () => this.#add(uid, body as Row[]), metadata);
      case "POST indexes documents delete-batch":
        return this.#enqueue(
          "documentDeletion",
          uid,
          () => (body as string[]).forEach((id) => this.#index(uid, TaskError).rows.delete(id)),
          metadata,
        );
      case "GET indexes stats":
        return {
          status: 200,
          answer: {
            numberOfDocuments: this.#index(uid).rows.size,
            isIndexing: false,
            rawDocumentDbSize: 4_096,
          },
        };
      case "POST swap-indexes":
        return this.#enqueue("indexSwap", null, () => this.#swap(body as { indexes: [string, string] }[]));
      default:
        this.violations.push(line);
        throw new ApiError(404, "not_found");
    }
  }

  #enqueue(type: string, uid: string | null, run: () => void, customMetadata?: string) {
    const error = this.nextTaskError;
    this.nextTaskError = undefined;
    const fails = () => {
      throw new TaskError(error!.code, error!.type);
    };
    const task: StandInTask = {
      uid: this.tasks.length,
      indexUid: uid,
      type,
      status: "enqueued",
      error: null,
      customMetadata,
      run: error ? fails : run,
    };
    this.tasks.push(task);
    const answer = {
      taskUid: task.uid,
      indexUid: uid,
      status: "enqueued",
      type,
      enqueuedAt: new Date().toISOString(),
    };
    if (this.worksOffTasks) setImmediate(() => this.workOffTasks());
    return { status: 202, answer };
  }

  #task(uid: number): unknown {
    const task = this.tasks[uid];
    if (!task) throw new ApiError(404, "task_not_found");
    const { run: _, ...shown } = task;
    return shown;
  }

  #create(uid: string): void {
    if (this.indexes.has(uid)) throw new TaskError("index_already_exists", "invalid_request");
    this.indexes.set(uid, new StandInIndex());
  }

  #add(uid: string, rows: Row[]): void {
    // As the real one does, which is why the adapter must not write before it has looked.
    if (!this.indexes.has(uid)) this.indexes.set(uid, new StandInIndex());
    if (rows.some((row) => !documentId.test(row.id) || this.refuses(row))) {
      throw new TaskError("invalid_document_id", "invalid_request");
    }
    rows.forEach((row) => this.indexes.get(uid)!.rows.set(row.id, row));
  }

  #swap(swaps: { indexes: [string, string] }[]): void {
    for (const { indexes } of swaps) indexes.forEach((uid) => this.#index(uid, TaskError));
    for (const { indexes } of swaps) {
      const [a, b] = indexes.map((uid) => this.indexes.get(uid)!);
      this.indexes.set(indexes[0], b!);
      this.indexes.set(indexes[1], a!);
    }
  }

  #documents(uid: string, params: URLSearchParams): unknown {
    const ids = params.get("ids")?.split(",");
    const fields = params.get("fields")?.split(",");
    const offset = Number(params.get("offset") ?? 0);
    const limit = Number(params.get("limit") ?? 20);
    const rows = [...this.#index(uid).rows.values()].filter((row) => !ids || ids.includes(row.id));
    const only = (row: Row) =>
      Object.fromEntries(Object.entries(row).filter(([key]) => !fields || fields.includes(key)));
    return { results: rows.slice(offset, offset + limit).map(only), offset, limit, total: rows.length };
  }

  #multiSearch(body: unknown, authorization: string | undefined): unknown {
    const { queries, federation } = body as {
      queries: SearchRequest[];
      federation?: { limit: number; offset: number };
    };
    if (!federation) return { results: queries.map((query) => this.#search(query, authorization)) };
    for (const query of queries) {
      if (query.page !== undefined || query.limit !== undefined || query.facets) {
        throw new ApiError(400, "invalid_multi_search_query_pagination");
      }
    }
    const hits = queries.flatMap(
      (query) => this.#search({ ...query, limit: 1_000 }, authorization).hits as unknown[],
    );
    const shown = hits.slice(federation.offset, federation.offset + federation.limit);
    return { hits: shown, processingTimeMs: 0, ...federation, estimatedTotalHits: hits.length };
  }

  #search(request: SearchRequest, authorization: string | undefined): Record<string, unknown> {
    const rule = this.#keyring.ruleFor(request.indexUid, authorization);
    try {
      return this.#index(request.indexUid).answer(request, rule);
    } catch (error) {
      if (error instanceof FilterError) throw new ApiError(400, "invalid_search_filter");
      throw error;
    }
  }

  #index(uid: string, failure: typeof ApiError | typeof TaskError = ApiError): StandInIndex {
    const index = this.indexes.get(uid);
    if (index) return index;
    throw failure === TaskError
      ? new TaskError("index_not_found", "invalid_request")
      : new ApiError(404, "index_not_found");
  }
}

function send(response: ServerResponse, status: number, answer: unknown): void {
  response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(answer));
}

async function readText(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}
