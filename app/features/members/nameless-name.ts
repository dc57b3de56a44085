/** The name of who has none any more. Nothing anybody could take: names do not begin with a dash. */
export function namelessName(memberId: number): string {
  return `-${memberId}`;
}

export function isNameless({ name }: { name: string }): boolean {
  return name.startsWith("-");
}
