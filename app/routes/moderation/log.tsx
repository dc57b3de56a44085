import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "~/features/auth/identifying.server";
import { RemovalLog } from "~/features/moderation/components/removal-log";
import { listRemovals } from "~/features/moderation/log.server";
import { removalLogPath } from "~/features/moderation/paths";
import { listAllAreas } from "~/features/site/areas.server";
import { pageMeta } from "~/features/site/page-meta";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { Page } from "~/ui/layouts/page";
import { PageHead } from "~/ui/layouts/page-head";
import { EmptyState } from "~/ui/primitives/empty-state";
import { Pager } from "~/ui/primitives/pager";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await visitor(args);
  const after = new URL(args.request.url).searchParams.get("after");
  const [list, areas] = await Promise.all([listRemovals(ctx, after), listAllAreas(ctx)]);
  return { ...list, areas, isFirst: after === null, now: ctx.clock.now() };
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (locale) => {
    const t = translator(locale, "moderation");
    return { title: t("log.title"), description: t("log.lede"), isIndexed: args.data?.isFirst ?? true };
  });

export default function Log() {
  const { removals, next, areas, now } = useLoaderData<typeof loader>();
  const t = useText("moderation");
  return (
    <Page>
      <PageHead title={t("log.title")} lede={t("log.lede")} />
      {removals.length > 0 ? (
        <RemovalLog {...{ removals, areas, now }} />
      ) : (
        <EmptyState icon="log" title={t("log.empty")}>
          {t("log.emptyHint")}
        </EmptyState>
      )}
      <Pager older={next === null ? null : { href: removalLogPath(next), label: t("log.older") }} />
    </Page>
  );
}
