import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Provider } from "oidc-provider";
import { afterAll } from "vitest";

/** Somebody with an account at the provider. */
export interface ProviderAccount {
  sub: string;
  email?: string;
  email_verified?: boolean;
  preferred_username?: string;
  name?: string;
}

export interface TestProvider {
  issuer: string;
  /** What the site is configured with to use it. */
  environment: Record<string, string>;
  /** Signs somebody in on the provider's pages as a browser would; answers with where it sends the browser back to. */
  visit(to: string, account: ProviderAccount): Promise<URL>;
  /** Until `start` is called again nobody answers. */
  stop(): Promise<void>;
}

const clientId = "hearback";
const clientSecret = "a secret that only the two know";

/** A real OpenID provider on this machine, ended after the test file. */
export async function startProvider(returnTo: string): Promise<TestProvider> {
  const accounts = new Map<string, ProviderAccount>();
  let signsIn = "";
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider: Provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [returnTo] }],
    cookies: { keys: ["a key of tests"] },
    claims: {
      openid: ["sub"],
      email: ["email", "email_verified"],
      profile: ["name", "preferred_username"],
    },
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    findAccount: (_ctx, sub) => ({ accountId: sub, claims: () => ({ ...accounts.get(sub), sub }) }),
    // Nobody is asked what may be told: that is the provider's own business, and not what these tests are about.
    async loadExistingGrant({ oidc: { client, session } }) {
      const grant = new provider.Grant({ clientId: client!.clientId, accountId: session!.accountId! });
      grant.addOIDCScope("openid email profile");
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  server.on("request", (request, response) => {
    if (request.url?.startsWith("/interaction/"))
      void provider.interactionFinished(request, response, { login: { accountId: signsIn } });
    else void answer(request, response);
  });
  const stop = () => end(server);
  afterAll(stop);
  return {
    issuer,
    environment: {
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: clientId,
      OIDC_CLIENT_SECRET: clientSecret,
      OIDC_NAME: "Tern ID",
    },
    async visit(to, account) {
      accounts.set(account.sub, account);
      signsIn = account.sub;
      return follow(to, returnTo);
    },
    stop,
  };
}

/** Goes where it is sent, with the cookies it is given, until it is sent back to the site. */
async function follow(to: string, returnTo: string): Promise<URL> {
  const cookies = new Map<string, string>();
  for (let [at, hops] = [to, 0]; hops < 10; hops++) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(at, { redirect: "manual", headers: { cookie } });
    for (const set of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(set)!;
      cookies.set(name!, value!);
    }
    const location = response.headers.get("location");
    if (!location) throw new Error(`${response.status} at ${at}: ${(await response.text()).slice(0, 300)}`);
    at = new URL(location, at).href;
    if (at.startsWith(returnTo)) return new URL(at);
  }
  throw new Error("The provider sends the browser in circles.");
}

async function end(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
}
