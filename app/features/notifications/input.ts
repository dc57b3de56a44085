/** An id as an address or a form may carry it, or null. */
export function idIn(text: string | null | undefined): number | null {
  const id = text && /^\d{1,10}$/.test(text) ? Number(text) : 0;
  return id > 0 && id <= 2_147_483_647 ? id : null;
}

/** Several of them, parted by commas. */
export function idsIn(text: string | undefined): number[] {
  return (text ?? "")
    .slice(0, 2_000)
    .split(",")
    .flatMap((part) => idIn(part) ?? []);
}
