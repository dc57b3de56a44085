import type { AccountInput } from "~/features/auth/input";
import { type Made, makeAccount } from "~/features/auth/making-accounts.server";
import { openSession, type Visit } from "~/features/auth/sessions.server";
import type { Actor, Context } from "~/features/members/context";
import type { AreaDraft } from "~/features/site/area-presets";
import { forgetAreas, insertAreas, listAllAreas } from "~/features/site/areas.server";
import { forgetSite, writeSite } from "~/features/site/settings.server";
import { inTransaction } from "~/platform/db/transaction.server";
import { fieldError } from "~/platform/http/form-errors";
import { NotFound } from "~/platform/errors";
import { isFirstAdminLink, consumeFirstAdminLink } from "./first-admin-link.server";
import { deleteMark, storeMark } from "./mark.server";
import { installSample } from "./sample/installing.server";
import type { SiteInput } from "./site-input";

export interface FirstRunInput {
  token: string;
  account: AccountInput;
  site: SiteInput;
  areas: AreaDraft[];
  mark: File | null;
  wantsSample: boolean;
}

/** Throws NotFound unless the link works: used, old and made-up ones look the same. */
export async function requireFirstRun(ctx: Context, token: string): Promise<void> {
  if (!(await isFirstAdminLink(ctx, token))) throw new NotFound("first-run-link");
}

/**
 * Makes the first administrator, names the site and its areas, all in one transaction with the end of the link, and
 * signs the administrator in.
 */
export async function completeFirstRun(
  ctx: Context,
  input: FirstRunInput,
  visit: Visit,
): Promise<Made<{ cookie: string; admin: Actor }>> {
  await requireFirstRun(ctx, input.token);
  const markKey = input.mark && (await storeMark(ctx, input.mark));
  if (input.mark && !markKey) return { ok: false, errors: fieldError("mark", "mark-unusable") };

  const hasAreas = (await listAllAreas(ctx)).length > 0;
  const rules = { siteName: "", network: visit.network, mayUseReservedNames: true };
  const made = await makeAccount(ctx, input.account, rules, (add) =>
    inTransaction(ctx, async (tx) => {
      if (!(await consumeFirstAdminLink(tx, input.token))) throw new NotFound("first-run-link");
      const admin = await add(tx, "admin");
      await writeSite(tx, { ...input.site, ...(markKey && { markKey }) });
      // An import may have come before the first admin and brought its own.
      if (!hasAreas) await insertAreas(tx, input.areas);
      return { admin };
    }),
  ).catch(async (error: unknown) => {
    await deleteMark(ctx, markKey);
    throw error;
  });
  if (!made.ok) {
    await deleteMark(ctx, markKey);
    return made;
  }
  forgetSite(ctx);
  forgetAreas(ctx);
  if (input.wantsSample) await addSample(ctx, made.admin);
  return { ok: true, admin: made.admin, cookie: await openSession(ctx, made.admin.id, visit) };
}

/** The site is open already: a sample that cannot be added must not look as if setting up had failed. */
async function addSample(ctx: Context, admin: Actor): Promise<void> {
  try {
    await installSample({ ...ctx, actor: admin });
  } catch (error) {
    ctx.log.error({ error: (error as Error).name }, "the sample community could not be added");
  }
}
