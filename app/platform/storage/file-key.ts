const maxKeyLength = 200;
const segment = "[a-z0-9][a-z0-9._-]*";
const fileKey = new RegExp(`^${segment}(?:/${segment})*$`);
const keyBeginning = /^(?:[a-z0-9][a-z0-9._-]*\/)*(?:[a-z0-9][a-z0-9._-]*)?$/;

export class InvalidFileKey extends Error {
  override name = "InvalidFileKey";
}

/**
 * The key itself when it is a plain lower-case path. Without this check a key made from outside could climb out of the
 * folder (`../`), name a device or a hidden file, or meet another one on a disk that does not tell cases apart.
 */
export function requireFileKey(key: string): string {
  if (key.length > maxKeyLength || !fileKey.test(key))
    throw new InvalidFileKey(`Not a file key: ${JSON.stringify(key)}`);
  return key;
}

/** As requireFileKey for the beginning of a key, which may end anywhere or be empty. */
export function requireKeyBeginning(prefix: string): string {
  if (prefix.length > maxKeyLength || !keyBeginning.test(prefix)) {
    throw new InvalidFileKey(`Not the beginning of a file key: ${JSON.stringify(prefix)}`);
  }
  return prefix;
}
