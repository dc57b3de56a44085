// Letters and digits that nobody takes for each other: no 0 and O, no 1, I and L, no U beside V.
const alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
const prefix = "HB";
const shortest = 4;
const longest = 8;
const shape = new RegExp(`^${prefix}([${alphabet}]{${shortest},${longest}})([0-9]{2})$`);

/**
 * A new reference such as HB-7F3K-21: random letters, so that one says nothing of the next, and two check digits, so
 * that a slip of the pen is told from a reference that does not exist. `attempt` counts up when one was taken already;
 * a site that has filled the short ones goes on with longer ones.
 */
export function newReference(randomInt: (below: number) => number, attempt = 0): string {
  const length = Math.min(longest, shortest + Math.floor(attempt / 4));
  const letters = Array.from({ length }, () => alphabet[randomInt(alphabet.length)]!).join("");
  return written(letters);
}

/** The reference as it is written, from however a person types it; null when its check digits say it was mistyped. */
export function readReference(typed: string): string | null {
  const bare = typed
    .slice(0, 64)
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Pd}_.:]/gu, "");
  const match = shape.exec(bare.startsWith(prefix) ? bare : prefix + bare);
  if (!match) return null;
  const [, letters, digits] = match as unknown as [string, string, string];
  return checkDigits(letters) === digits ? written(letters) : null;
}

function written(letters: string): string {
  return `${prefix}-${letters}-${checkDigits(letters)}`;
}

/** The letters as a number, modulo a prime: finds every single slip and every two neighbours swapped. */
function checkDigits(letters: string): string {
  let remainder = 0;
  for (const letter of letters) remainder = (remainder * alphabet.length + alphabet.indexOf(letter)) % 97;
  return String(remainder).padStart(2, "0");
}
