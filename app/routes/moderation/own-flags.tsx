import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireMember } from "~/features/auth/identifying.server";
import { OwnFlagList } from "~/features/moderation/components/own-flag-list";
import { withdrawFlag } from "~/features/moderation/flagging.server";
import { listOwnFlags } from "~/features/moderation/own-flags.server";
import { ownFlagsPath } from "~/features/moderation/paths";
import { pageMeta } from "~/features/site/page-meta";
import { NumberSchema } from "~/features/topics/input";
import { MethodNotAllowed, NotFound } from "~/platform/errors";
import { seeOther } from "~/platform/http/answer.server";
import { readForm } from "~/platform/http/read-form.server";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { Page } from "~/ui/layouts/page";
import { PageHead } from "~/ui/layouts/page-head";
import { EmptyState } from "~/ui/primitives/empty-state";
import { Notice } from "~/ui/primitives/notice";
import { Pager } from "~/ui/primitives/pager";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireMember(args);
  const query = new URL(args.request.url).searchParams;
  const before = NumberSchema.safeParse(query.get("after") ?? undefined).data ?? null;
  const sent = query.get("sent");
  return { ...(await listOwnFlags(ctx, before)), sent, now: ctx.clock.now() };
}

/** DELETE takes a report back. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireMember(args);
  const { method, values } = await readForm(args.request);
  if (method !== "DELETE") throw new MethodNotAllowed();
  const id = NumberSchema.safeParse(values.id).data;
  if (id === undefined) throw new NotFound("flag");
  await withdrawFlag(ctx, { id });
  return seeOther(`${ownFlagsPath()}#report-${id}`);
}

export const meta: MetaFunction = (args) =>
  pageMeta(args, (locale) => ({ title: translator(locale, "moderation")("own.title"), isIndexed: false }));

export default function OwnFlags() {
  const { flags, next, sent, now } = useLoaderData<typeof loader>();
  const t = useText("moderation");
  return (
    <Page>
      <PageHead title={t("own.title")} lede={t("own.lede")} />
      <div className="stack" data-gap="4">
        {sent && <Notice tone="done">{t(sent === "hidden" ? "own.thanksHidden" : "own.thanks")}</Notice>}
        {flags.length > 0 ? (
          <OwnFlagList flags={flags} now={now} />
        ) : (
          <EmptyState icon="flag" title={t("own.empty")}>
            {t("own.emptyHint")}
          </EmptyState>
        )}
        <Pager older={next === null ? null : { href: ownFlagsPath(next), label: t("own.older") }} />
      </div>
    </Page>
  );
}
