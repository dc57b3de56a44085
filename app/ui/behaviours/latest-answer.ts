/**
 * Asks after a pause and forgets every question but the last: an older one is aborted when a newer comes.
 * `null` asks nothing and drops what is under way.
 */
export function latestAnswer(pauseMs: number) {
  let timer = 0;
  let running = new AbortController();
  return function ask(url: string | null, accept: string, show: (response: Response) => Promise<void>): void {
    clearTimeout(timer);
    running.abort();
    if (url === null) return;
    const { signal } = (running = new AbortController());
    timer = window.setTimeout(() => {
      fetch(url, { signal, headers: { Accept: accept } })
        .then((response) => (response.ok ? show(response) : undefined))
        // Suggestions are a comfort: a lost connection or an abort leaves the page as it is.
        .catch(() => undefined);
    }, pauseMs);
  };
}

/** The address of an endpoint with the text as `q`. */
export function withQuery(endpoint: string, text: string): string {
  const url = new URL(endpoint, location.href);
  url.searchParams.set("q", text);
  return url.href;
}
