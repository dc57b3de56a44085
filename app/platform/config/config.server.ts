import { resolve } from "node:path";
import { z } from "zod";
import { isMailAddress } from "../mail/envelope";
import type { MailAddress } from "../mail/port";
import { readSecrets, type Secrets } from "./secrets.server";
import { projectRoot } from "./project-root.server";

const wholeNumber = z.coerce.number().int().nonnegative();

const EnvironmentSchema = z.object({
  PORT: wholeNumber.max(65_535).default(3000),
  HOST: z.string().default("127.0.0.1"),
  ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
  DATA_DIR: z.string().default("./data"),
  DATABASE_URL: z
    .string()
    .regex(/^(file:|postgres(ql)?:\/\/)/, "must start with file: or postgresql://")
    .optional(),
  MEILI_URL: z.url().optional(),
  MEILI_API_KEY: z.string().optional(),
  S3_ENDPOINT: z.url().optional(),
  S3_BUCKET: z.string().optional(),
  S3_REGION: z.string().default("auto"),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/[^/]/, "must start with smtp:// or smtps://")
    .optional(),
  MAIL_FROM: z
    .string()
    .refine((value) => readMailFrom(value) !== null, "must be an address, or a name and an <address>")
    .optional(),
  TRUST_PROXY: wholeNumber.max(10).default(0),
  WORKER: z.enum(["inline", "off"]).default("inline"),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  METRICS_TOKEN: z.string().optional(),
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/ })
    .refine(isGuardedIssuer, "must start with https://")
    .optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().max(40).optional(),
  SSO_SECRET: z
    .string()
    .refine((value) => Buffer.byteLength(value) >= 32, "must have at least 32 bytes")
    .optional(),
  SESSION_SECRET: z.string().min(32).optional(),
});

export interface Config {
  root: string;
  port: number;
  host: string;
  /** Where people reach the site, without a trailing slash: links in mails, cookie rules and the origin check. */
  origin: string;
  dataDir: string;
  databaseUrl: string;
  meili: { url: string; apiKey?: string } | null;
  s3: {
    endpoint: string;
    bucket: string;
    region: string;
    accessKeyId: string;
    secretAccessKey: string;
  } | null;
  /** SMTP server that takes our mails; null keeps them as files in the data folder. */
  smtpUrl: string | null;
  /** Who mails come from; without a name the site's own stands there. */
  mailFrom: MailAddress;
  /** Number of proxies in front whose X-Forwarded-For entry is believed. */
  trustedProxies: number;
  worker: "inline" | "off";
  logLevel: z.infer<typeof EnvironmentSchema>["LOG_LEVEL"];
  metricsToken: string | null;
  /** Where people may sign in elsewhere; null offers no such sign-in. */
  oidc: OidcConfig | null;
  /** What the product's own app signs its sign-in tokens with; null takes none. */
  ssoSecret: string | null;
  secrets: Secrets;
}

export interface OidcConfig {
  issuer: string;
  clientId: string;
  /** Null for a public client, which PKCE alone protects. */
  clientSecret: string | null;
  /** What people know it as. */
  name: string;
}

/** A setting of the environment that cannot be used; the message names it and says what it takes. */
export class ConfigError extends Error {
  override name = "ConfigError";
}

/** Reads and checks the environment once, at start; makes the data folder's secrets when they are missing. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const parsed = EnvironmentSchema.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
    throw new ConfigError(`The environment cannot be used:\n${lines.join("\n")}`);
  }
  const env = parsed.data;
  const dataDir = resolve(env.DATA_DIR);
  const origin = (
    env.ORIGIN ?? `http://${env.HOST === "0.0.0.0" ? "localhost" : env.HOST}:${env.PORT}`
  ).replace(/\/$/, "");
  return {
    root: projectRoot(),
    port: env.PORT,
    host: env.HOST,
    origin,
    dataDir,
    databaseUrl: env.DATABASE_URL ?? `file:${resolve(dataDir, "hearback.sqlite")}`,
    meili: env.MEILI_URL
      ? { url: env.MEILI_URL, ...(env.MEILI_API_KEY ? { apiKey: env.MEILI_API_KEY } : {}) }
      : null,
    s3: readS3(env),
    smtpUrl: env.SMTP_URL ?? null,
    mailFrom: readMailFrom(env.MAIL_FROM ?? "") ?? { address: `noreply@${mailHost(origin)}` },
    trustedProxies: env.TRUST_PROXY,
    worker: env.WORKER,
    logLevel: env.LOG_LEVEL,
    metricsToken: env.METRICS_TOKEN ?? null,
    oidc: readOidc(env),
    ssoSecret: env.SSO_SECRET ?? null,
    secrets: readSecrets(dataDir, env.SESSION_SECRET),
  };
}

function readS3(env: z.infer<typeof EnvironmentSchema>): Config["s3"] {
  if (!env.S3_ENDPOINT && !env.S3_BUCKET) return null;
  const { S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = env;
  if (!S3_ENDPOINT || !S3_BUCKET || !S3_ACCESS_KEY_ID || !S3_SECRET_ACCESS_KEY) {
    throw new ConfigError(
      "S3 needs S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY; leave all of them out to keep files on disk.",
    );
  }
  return {
    endpoint: S3_ENDPOINT,
    bucket: S3_BUCKET,
    region: env.S3_REGION,
    accessKeyId: S3_ACCESS_KEY_ID,
    secretAccessKey: S3_SECRET_ACCESS_KEY,
  };
}

function readOidc(env: z.infer<typeof EnvironmentSchema>): OidcConfig | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET, OIDC_NAME } = env;
  if (!issuer && !clientId) return null;
  if (!issuer || !clientId)
    throw new ConfigError(
      "Sign-in elsewhere needs OIDC_ISSUER and OIDC_CLIENT_ID; leave both out to offer none.",
    );
  const { pathname, origin, hostname } = new URL(issuer);
  const name = OIDC_NAME ?? hostname;
  // Members are known by it: a slash more or less at the end of a bare host must not make strangers of them.
  return {
    issuer: pathname === "/" ? origin : issuer,
    clientId,
    clientSecret: OIDC_CLIENT_SECRET ?? null,
    name,
  };
}

/** Without https whoever sits in between could say who somebody is; on this machine itself nobody does. */
function isGuardedIssuer(issuer: string): boolean {
  if (!URL.canParse(issuer)) return false;
  const { protocol, hostname } = new URL(issuer);
  return (
    protocol === "https:" || hostname === "localhost" || hostname === "[::1]" || hostname.startsWith("127.")
  );
}

/** "Tern Wallet <noreply@tern.example>" or the address alone. */
function readMailFrom(value: string): MailAddress | null {
  const [, name = "", address = value] = /^\s*"?([^"<]*?)"?\s*<([^<>]+)>\s*$/.exec(value) ?? [];
  if (!isMailAddress(address.trim())) return null;
  return { ...(name && { name }), address: address.trim() };
}

/** An address of a machine is no part of a mail's. */
function mailHost(origin: string): string {
  const { hostname } = new URL(origin);
  return /[a-z]/i.test(hostname) && !hostname.includes(":") ? hostname : "localhost";
}
