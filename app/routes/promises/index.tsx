import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "~/features/auth/identifying.server";
import { PromiseItem } from "~/features/official/components/promise-item";
import { promisesPath } from "~/features/official/paths";
import { countPromises, listPromises } from "~/features/official/promises.server";
import { pageMeta } from "~/features/site/page-meta";
import { readSite } from "~/features/site/settings.server";
import { readToday } from "~/features/site/today.server";
import { type PromiseStanding, promiseStandings } from "~/features/topics/promise";
import { translator } from "~/platform/i18n/translator";
import { useLocale, useText } from "~/platform/i18n/use-text";
import { Page } from "~/ui/layouts/page";
import { PageHead } from "~/ui/layouts/page-head";
import { EmptyState } from "~/ui/primitives/empty-state";
import { writeCount } from "~/ui/primitives/number";
import { Pager } from "~/ui/primitives/pager";
import { Tabs } from "~/ui/primitives/tabs";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await visitor(args);
  const query = new URL(args.request.url).searchParams;
  const [standing, after] = [standingIn(query.get("standing")), query.get("after")];
  const [today, { timeZone }] = await Promise.all([readToday(ctx), readSite(ctx)]);
  const [counts, list] = await Promise.all([
    countPromises(ctx, { today }),
    listPromises(ctx, { of: standing, today, after }),
  ]);
  return { ...list, counts, standing, after, today, timeZone, now: ctx.clock.now() };
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (locale) => {
    const t = translator(locale, "official");
    const zone = args.data?.timeZone ?? "UTC";
    return {
      title: t("promise.list.title"),
      description: t("promise.list.lede", { zone }),
      isIndexed: !args.data?.after,
    };
  });

export default function Promises() {
  const { promises, next, counts, standing, today, timeZone, now } = useLoaderData<typeof loader>();
  const t = useText("official");
  const locale = useLocale();
  return (
    <Page>
      <PageHead
        title={t("promise.list.title")}
        lede={t("promise.list.lede", { zone: timeZone.replaceAll("_", " ") })}
      />
      <Tabs
        label={t("promise.list.tabs")}
        items={promiseStandings.map((each) => ({
          href: promisesPath({ standing: each }),
          label: t(`promise.standing.${each}`),
          count: counts[each] > 0 ? writeCount(locale, counts[each]) : undefined,
          isCurrent: each === standing,
        }))}
      />
      {promises.length > 0 ? (
        <ul className="lines">
          {promises.map((promise) => (
            <PromiseItem key={promise.id} {...{ promise, today, now }} />
          ))}
        </ul>
      ) : (
        <div className="mt-4">
          <EmptyState icon="calendar" title={t(`promise.list.${standing}`)}>
            {t("promise.list.emptyHint")}
          </EmptyState>
        </div>
      )}
      <Pager
        older={next ? { href: promisesPath({ standing, after: next }), label: t("promise.list.more") } : null}
      />
    </Page>
  );
}

function standingIn(text: string | null): PromiseStanding {
  return promiseStandings.find((each) => each === text) ?? "open";
}
