import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { afterAll } from "vitest";

export interface Lie {
  /** Instead of what the provider would say in its token. */
  claims?: { sub?: string; nonce?: string; iss?: string; aud?: string; exp?: number };
  /** Signed with a key the provider does not publish. */
  isForged?: boolean;
  /** Instead of the whole answer of the token endpoint. */
  answer?: (response: ServerResponse) => void;
}

/** A provider that says what a test makes it say, as one taken over or broken would. */
export async function startLyingProvider(clientId: string) {
  const [own, other] = [await generateKeyPair("RS256"), await generateKeyPair("RS256")];
  const jwk = { ...(await exportJWK(own.publicKey)), alg: "RS256", use: "sig", kid: "1" };
  const said = {
    lie: {} as Lie,
    nonce: "",
    description: null as ((response: ServerResponse) => void) | null,
  };
  const server = createServer((request, response) => {
    const path = new URL(request.url!, issuer()).pathname;
    const json = (value: unknown) =>
      response.setHeader("Content-Type", "application/json").end(JSON.stringify(value));
    if (path === "/.well-known/openid-configuration")
      return said.description ? said.description(response) : json(description(issuer()));
    if (path === "/jwks") return json({ keys: [jwk] });
    if (path !== "/token") return response.writeHead(404).end();
    if (said.lie.answer) return said.lie.answer(response);
    void new SignJWT({ sub: "liar", nonce: said.nonce, ...said.lie.claims })
      .setProtectedHeader({ alg: "RS256", kid: "1" })
      .setIssuer(said.lie.claims?.iss ?? issuer())
      .setAudience(said.lie.claims?.aud ?? clientId)
      .setIssuedAt()
      .setExpirationTime(said.lie.claims?.exp ?? "5m")
      .sign((said.lie.isForged ? other : own).privateKey)
      .then((id_token) => json({ access_token: "a", token_type: "Bearer", id_token }));
    return undefined;
  });
  const issuer = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return { issuer: issuer(), said };
}

function description(issuer: string) {
  return {
    issuer,
    authorization_endpoint: `${issuer}/auth`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    response_types_supported: ["code"],
    subject_types_supported: ["public"],
    id_token_signing_alg_values_supported: ["RS256"],
  };
}
