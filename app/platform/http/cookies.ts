/** Value of a cookie, or null. Of two with the same name the first counts, as browsers send the most specific first. */
export function readCookie(request: Request, name: string): string | null {
  for (const part of (request.headers.get("cookie") ?? "").split(";")) {
    const at = part.indexOf("=");
    if (at > 0 && part.slice(0, at).trim() === name) return decode(part.slice(at + 1).trim());
  }
  return null;
}

/** A cookie for a choice that is no secret (language, theme): one year, readable by scripts only where one needs it. */
export function preferenceCookie(
  name: string,
  value: string,
  isSecure: boolean,
  { isForScript = false }: { isForScript?: boolean } = {},
): string {
  const attributes = ["Path=/", "Max-Age=31536000", "SameSite=Lax"];
  if (!isForScript) attributes.push("HttpOnly");
  if (isSecure) attributes.push("Secure");
  return [`${name}=${encodeURIComponent(value)}`, ...attributes].join("; ");
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
