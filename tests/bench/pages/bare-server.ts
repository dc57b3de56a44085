import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** What this machine and this way of asking cost by themselves: a server that answers bytes it has in memory. */
export async function startBareServer(bytes: number) {
  const body = Buffer.alloc(bytes, "x");
  const server = createServer((_request, response) => {
    response.writeHead(200, { "Content-Type": "text/html", "Content-Length": body.length });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}`, close: () => server.close() };
}
