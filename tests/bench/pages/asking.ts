import { Agent, request, type IncomingHttpHeaders } from "node:http";
import { readdirSync, readFileSync } from "node:fs";

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  /** As it came, compressed or not. */
  body: Buffer;
  milliseconds: number;
}

export interface Taken {
  medianMs: number;
  p95Ms: number;
  /** Time all threads of the server ran for one request, on average and at p95; null where the system does not tell. */
  cpuMs: number | null;
  cpuP95Ms: number | null;
}

const warmUps = 20;
const agent = new Agent({ keepAlive: true, maxSockets: 1 });

/** One request over a connection that stays open, as a browser on a page sends its next one. */
export function ask(url: string, headers: Record<string, string>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const asked = request(url, { agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        const milliseconds = performance.now() - started;
        const { statusCode: status = 0, headers } = response;
        resolve({ status, headers, body: Buffer.concat(chunks), milliseconds });
      });
    });
    asked.on("error", reject);
    asked.end();
  });
}

/** Asks one after the other and tells how long it took and what it cost the process. */
export async function measure(
  url: string,
  headers: Record<string, string>,
  { requests, pid }: { requests: number; pid: number },
): Promise<Taken> {
  for (let index = 0; index < warmUps; index++) await ask(url, headers);
  const times: number[] = [];
  const work: number[] = [];
  for (let index = 0; index < requests; index++) {
    const before = cpuMsOf(pid);
    times.push((await ask(url, headers)).milliseconds);
    const after = cpuMsOf(pid);
    if (before !== null && after !== null) work.push(after - before);
  }
  return {
    medianMs: at(times, 0.5),
    p95Ms: at(times, 0.95),
    cpuMs: work.length === 0 ? null : work.reduce((sum, one) => sum + one) / work.length,
    cpuP95Ms: work.length === 0 ? null : at(work, 0.95),
  };
}

export function at(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}

/** Nanoseconds each thread has run, which Linux counts exactly; process times come in steps of ten milliseconds. */
export function cpuMsOf(pid: number): number | null {
  try {
    const threads = readdirSync(`/proc/${pid}/task`);
    const nanoseconds = threads.map((thread) =>
      Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, "utf8").split(" ")[0]),
    );
    return nanoseconds.reduce((sum, time) => sum + time, 0) / 1e6;
  } catch {
    return null;
  }
}
