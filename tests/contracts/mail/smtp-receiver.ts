import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

export interface Received {
  to: string;
  /** The mail as it came, headers and all. */
  source: string;
}

/** What the receiver does with a mail: takes it, or an SMTP code, or nothing at all, or takes it and hangs up unheard. */
export type Behaviour = "take" | "hang" | "take-and-drop" | number | { data: number };

interface Options {
  port?: number;
  behave?: (address: string) => Behaviour;
  /** Where what it takes is kept; given again to one that comes back. */
  received?: Received[];
}

/** A real SMTP server on loopback that keeps what it takes. `behave` is asked once for each mail. */
export async function anSmtpReceiver({ port = 0, behave = () => "take", received = [] }: Options = {}) {
  const decided = new WeakMap<object, Behaviour>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    logger: false,
    onRcptTo({ address }, { envelope }, callback) {
      const behaviour = behave(address);
      decided.set(envelope, behaviour);
      if (typeof behaviour === "number") callback(smtpError(behaviour));
      else callback();
    },
    onData(stream, { envelope }, callback) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const behaviour = decided.get(envelope) ?? "take";
        if (behaviour === "hang") return;
        if (typeof behaviour === "object") return callback(smtpError(behaviour.data));
        received.push({ to: envelope.rcptTo[0]!.address, source: Buffer.concat(chunks).toString("utf8") });
        if (behaviour !== "take-and-drop") return callback();
        for (const connection of connectionsOf(server)) connection.destroy();
      });
    },
  });
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", () => resolve()));
  const address = server.server.address() as AddressInfo;
  return {
    received,
    port: address.port,
    url: `smtp://127.0.0.1:${address.port}`,
    /** As if its process was killed: connections end in the middle of whatever they carry. */
    async kill() {
      for (const connection of connectionsOf(server)) connection.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function connectionsOf(server: SMTPServer): { destroy(): void }[] {
  const { connections } = server as unknown as { connections: Set<{ _socket: { destroy(): void } }> };
  return [...connections].map(({ _socket }) => _socket);
}

function smtpError(code: number): Error {
  return Object.assign(new Error("Not this one"), { responseCode: code });
}
