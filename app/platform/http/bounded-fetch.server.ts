export interface Bounds {
  /** Counted as they are read, after decompression. */
  maxBytes: number;
  /** For the whole answer, not only its head. */
  withinMs: number;
}

/** What was asked said more than it was asked for. */
export class AnswerTooLarge extends Error {
  override name = "AnswerTooLarge";
}

/** Asks another server, and holds neither a request nor the memory longer than is said. Redirects are not followed. */
export async function boundedFetch(
  url: string,
  init: RequestInit,
  { maxBytes, withinMs }: Bounds,
): Promise<Response> {
  const response = await fetch(url, { ...init, redirect: "manual", signal: AbortSignal.timeout(withinMs) });
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  if (response.body)
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      bytes += chunk.byteLength;
      if (bytes > maxBytes) throw new AnswerTooLarge(url);
      chunks.push(chunk);
    }
  const { status, headers } = response;
  return new Response(bytes > 0 ? Buffer.concat(chunks) : null, { status, headers });
}
