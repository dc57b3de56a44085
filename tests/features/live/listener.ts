import { randomUUID } from "node:crypto";
import { sessionsOf } from "~/features/auth/lucia.server";
import type { ListenInput } from "~/features/live/input";
import { listen } from "~/features/live/listening.server";
import type { LiveMessage } from "~/features/live/message";
import type { RequestContext } from "~/platform/http/load-context";
import type { TestPlatform } from "../../setup/platform";

export type Told = LiveMessage & { id?: number };

/** A page that listens, of a member or a guest. */
export async function aListener(
  platform: TestPlatform,
  who: { id: number } | null,
  input: ListenInput,
  address = "198.51.100.7",
) {
  const sessions = sessionsOf(platform);
  const session = who && (await sessions.createSession(who.id, { provenAt: platform.clock.now() }));
  const cookie = session ? sessions.createSessionCookie(session.id).serialize().split(";")[0]! : "";
  const request = new Request("http://hearback.test/live", { headers: { cookie } });
  const context: RequestContext = {
    platform,
    requestId: randomUUID(),
    clientAddress: address,
    memo: new Map(),
  };
  const page = hear(await listen({ request, context }, input));
  return Object.assign(page, { sessionId: session?.id ?? "" });
}

/** Reads a stream as a browser would. */
function hear(body: ReadableStream<Uint8Array>) {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const told: Told[] = [];
  let text = "";
  let isOver = false;
  const reading = (async () => {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      text += decoder.decode(value, { stream: true });
      for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
        const lines = text.slice(0, end).split("\n");
        text = text.slice(end + 2);
        const field = (name: string) =>
          lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
        if (!field("event")) continue;
        const id = field("id");
        told.push({
          event: field("event"),
          data: JSON.parse(field("data")!),
          ...(id && { id: Number(id) }),
        } as Told);
      }
    }
    isOver = true;
  })();
  return {
    told,
    get isOver() {
      return isOver;
    },
    /** What was told so far: everything written is read within a few turns. */
    async soFar(): Promise<Told[]> {
      for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
      return told;
    },
    stop: () => reader.cancel().then(() => reading),
  };
}
