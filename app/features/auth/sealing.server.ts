import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import type { Platform } from "~/platform/platform";

type Keeper = Pick<Platform, "config">;

const nonceBytes = 12;
const tagBytes = 16;

/** Encrypts what has to be read again, such as the secret of an authenticator: a copied database alone is not enough. */
export function seal({ config }: Keeper, text: string): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv("aes-256-gcm", keyFor(config, "seal"), nonce);
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url");
}

/** Throws for what was not sealed here. */
export function unseal({ config }: Keeper, sealed: string): string {
  const bytes = Buffer.from(sealed, "base64url");
  const decipher = createDecipheriv("aes-256-gcm", keyFor(config, "seal"), bytes.subarray(0, nonceBytes));
  decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
  return decipher.update(bytes.subarray(nonceBytes + tagBytes), undefined, "utf8") + decipher.final("utf8");
}

/** For short secrets: without the key not even all of them could be tried. */
export function keyedHash({ config }: Keeper, text: string): string {
  return createHmac("sha256", keyFor(config, "hash")).update(text).digest("base64url");
}

function keyFor({ secrets }: Platform["config"], use: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secrets.session, "", `hearback ${use}`, 32));
}
