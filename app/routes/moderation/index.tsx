import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireMember } from "~/features/auth/identifying.server";
import { QueueItem } from "~/features/moderation/components/queue-item";
import { readQueueView } from "~/features/moderation/filters";
import { queuePath, removalLogPath } from "~/features/moderation/paths";
import { reviewKinds } from "~/features/moderation/post";
import { countQueue, listQueue, mostCounted } from "~/features/moderation/queue.server";
import { pageMeta } from "~/features/site/page-meta";
import { translator } from "~/platform/i18n/translator";
import { useLocale, useText } from "~/platform/i18n/use-text";
import { Page } from "~/ui/layouts/page";
import { PageHead } from "~/ui/layouts/page-head";
import { ButtonLink } from "~/ui/primitives/button-link";
import { ChipLinks } from "~/ui/primitives/chip-links";
import { EmptyState } from "~/ui/primitives/empty-state";
import { writeNumber } from "~/ui/primitives/number";
import { Pager } from "~/ui/primitives/pager";
import { Tabs } from "~/ui/primitives/tabs";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireMember(args);
  const view = readQueueView(new URL(args.request.url).searchParams);
  const [page, counts] = await Promise.all([listQueue(ctx, view), countQueue(ctx)]);
  return { page, counts, view, mostCounted, readerId: ctx.actor.id, now: ctx.clock.now() };
}

export const meta: MetaFunction = (args) =>
  pageMeta(args, (locale) => ({ title: translator(locale, "moderation")("queue.title"), isIndexed: false }));

export default function Moderation() {
  const { page, counts, view, mostCounted: most, readerId, now } = useLoaderData<typeof loader>();
  const t = useText("moderation");
  const locale = useLocale();
  const { after: _after, ...chosen } = view;
  const written = (count: number) =>
    count > most ? t("queue.more", { count: most }) : writeNumber(locale, count);
  return (
    <Page>
      <PageHead
        title={t("queue.title")}
        lede={t("queue.lede")}
        actions={
          <ButtonLink icon="log" href={removalLogPath()}>
            {t("queue.log")}
          </ButtonLink>
        }
      />
      <Tabs
        label={t("queue.kinds")}
        items={[undefined, ...reviewKinds].map((kind) => ({
          href: queuePath({ ...chosen, kind }),
          label: kind ? t(`queue.kind.${kind}`) : t("queue.all"),
          count: written(counts[kind ?? "all"]),
          isCurrent: view.kind === kind,
        }))}
      />
      <div className="stack mt-4" data-gap="4">
        <ChipLinks
          label={t("queue.order")}
          items={[
            {
              href: queuePath({ ...chosen, order: undefined }),
              label: t("queue.oldest"),
              isCurrent: !view.order,
            },
            {
              href: queuePath({ ...chosen, order: "heaviest" }),
              label: t("queue.heaviest"),
              isCurrent: view.order === "heaviest",
            },
            {
              href: queuePath({ ...chosen, isMine: !view.isMine }),
              label: t("queue.mine"),
              isCurrent: view.isMine ?? false,
            },
          ]}
        />
        {page.rows.length > 0 ? (
          <ul className="lines">
            {page.rows.map((row) => (
              <QueueItem key={row.id} row={row} readerId={readerId} back={queuePath(view)} now={now} />
            ))}
          </ul>
        ) : (
          <EmptyState icon="st-done" title={t("queue.empty")}>
            {t("queue.emptyHint")}
          </EmptyState>
        )}
        <Pager
          older={
            page.next === null
              ? null
              : { href: queuePath({ ...chosen, after: page.next }), label: t("queue.older") }
          }
        />
      </div>
    </Page>
  );
}
