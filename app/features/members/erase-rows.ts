import type { Context, Tx } from "./context";
import type { Erasure, Leaving } from "./own-data";

export const erasedAtOnce = 500;

/** Rows that simply go, so many at a time. `eraseSome` answers how many it took, at most `limit`. */
export function eraseRows(
  name: string,
  answersFor: readonly string[],
  eraseSome: (
    db: Tx<Context>["db"],
    where: { memberId: number },
    limit: number,
    leaving: Leaving,
  ) => Promise<{ count: number }>,
): Erasure {
  return {
    ...{ name, answersFor },
    async eraseSome({ db }, leaving) {
      const { count } = await eraseSome(db, { memberId: leaving.memberId }, erasedAtOnce, leaving);
      return count === erasedAtOnce;
    },
  };
}
