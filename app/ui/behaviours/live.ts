import { writeCount } from "../primitives/number";
import { fillSlots } from "./fill-slots";
import { Gathered, type News } from "./live-news";

/** So long a page that is looked away from goes on listening. */
const patienceMs = 10_000;

/**
 * Tells what happens elsewhere while a page is open: a pill that leads to it, numbers in place, the bell. Only a page that
 * is looked at listens, because a browser opens few connections to one site.
 */
export function startLive(): void {
  const region = document.querySelector<HTMLElement>("[data-live]");
  const address = region?.dataset.live ?? "/live?";
  const tell = region && tellIn(region);
  let source: EventSource | null = null;
  let last = "";
  let waiting: ReturnType<typeof setTimeout> | undefined;

  function open(): void {
    clearTimeout(waiting);
    if (source && source.readyState !== EventSource.CLOSED) return;
    source = new EventSource(last ? `${address}&last=${last}` : address);
    on<News>(source, "topic", (news) => {
      for (const [action, count] of Object.entries(news.counts)) showCount(action, count);
      tell?.(news);
    });
    on<{ count: string; label: string }>(source, "bell", showBell);
    on(source, "reset", () => tell?.(null));
  }

  function on<Data>(from: EventSource, name: string, hear: (data: Data) => void): void {
    from.addEventListener(name, (event: MessageEvent<string>) => {
      if (event.lastEventId) last = event.lastEventId;
      hear(JSON.parse(event.data) as Data);
    });
  }

  function close(): void {
    source?.close();
    source = null;
  }

  document.addEventListener("visibilitychange", () => {
    clearTimeout(waiting);
    if (document.hidden) waiting = setTimeout(close, patienceMs);
    else open();
  });
  // Pages kept for going back must hold no connection, and begin anew when they are shown again.
  addEventListener("pagehide", close);
  addEventListener("pageshow", (event) => event.persisted && open());
  if (!document.hidden) open();
}

function tellIn(region: HTMLElement): (news: News | null) => void {
  const { number, known, one = "", other = "", status = "", reset = "", href } = region.dataset;
  const locale = document.documentElement.lang;
  const gathered = new Gathered({ number: number ? Number(number) : undefined, known, one, other, status });
  return (news) => {
    if (news) gathered.add(news, (id) => document.getElementById(`reply-${id}`) !== null);
    const said = news ? gathered.say(locale, (count) => writeCount(locale, count)) : reset;
    if (!said) return region.replaceChildren();
    const { first } = gathered;
    const link = region.querySelector("a") ?? region.appendChild(document.createElement("a"));
    link.href =
      href && first !== null ? fillSlots(href, { id: String(first) }) : location.pathname + location.search;
    if (link.textContent !== said) link.textContent = said;
  };
}

/** Wherever the page shows what this form counts. */
function showCount(action: string, count: number): void {
  const written = writeCount(document.documentElement.lang, count);
  const address = CSS.escape(action);
  for (const each of document.querySelectorAll<HTMLElement>(
    `[data-count-of="${address}"], form[action="${address}"] [data-count]`,
  )) {
    const text = count === 0 && each.dataset.hideZero !== undefined ? "" : written;
    if (each.textContent !== text) each.textContent = text;
  }
}

function showBell({ count, label }: { count: string; label: string }): void {
  for (const bell of document.querySelectorAll<HTMLElement>("[data-bell]")) {
    bell.ariaLabel = bell.title = label;
    let badge = bell.querySelector<HTMLElement>(".count");
    if (!count) badge?.remove();
    else {
      if (!badge) {
        badge = document.createElement("span");
        badge.className = "count";
        badge.ariaHidden = "true";
        bell.append(badge);
      }
      badge.textContent = count;
    }
  }
}
