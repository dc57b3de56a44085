import { findObstacle } from "./finding.server";
import type { Context } from "./context";
import { nameLimits, refuseName } from "./naming";
import type { NameRules } from "./reserved-names";

const mostTried = 9;

/**
 * A name to begin a form with: the wanted one, or where somebody has it, or one that looks like it, the same with a number.
 * Empty where none of them could be taken: a form that offers what it will refuse is no help.
 */
export async function offerName(
  ctx: Pick<Context, "db" | "rows" | "clock">,
  wanted: string,
  rules: NameRules,
): Promise<string> {
  for (let number = 1; number <= mostTried; number++) {
    const name = number === 1 ? wanted : numbered(wanted, number);
    if (refuseName(name, rules) !== null) return "";
    if ((await findObstacle(ctx, { name, email: "", isAppointed: false })) === null) return name;
  }
  return "";
}

function numbered(name: string, number: number): string {
  const end = `-${number}`;
  const start = Array.from(name).slice(0, nameLimits.max - end.length);
  return start.join("").replace(/[_-]+$/, "") + end;
}
