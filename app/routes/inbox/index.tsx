import { randomUUID } from "node:crypto";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireMember } from "~/features/auth/identifying.server";
import { inboxChoices, writeInboxCount } from "~/features/inbox/components/inbox-choices";
import { InboxFilterForm } from "~/features/inbox/components/inbox-filter-form";
import { InboxPreview } from "~/features/inbox/components/inbox-preview";
import { InboxQueue } from "~/features/inbox/components/inbox-queue";
import { InboxSide } from "~/features/inbox/components/inbox-side";
import { TeamPart } from "~/features/inbox/components/team-part";
import { countInbox } from "~/features/inbox/counting.server";
import { isSameView, readFilters } from "~/features/inbox/filters";
import { listTeam } from "~/features/inbox/handling.server";
import { listInbox } from "~/features/inbox/listing.server";
import { inboxViewPath } from "~/features/inbox/paths";
import { mayClaim, mayReadInbox } from "~/features/inbox/policy";
import { readTargets } from "~/features/inbox/targets.server";
import { mayReplyOfficially } from "~/features/official/policy";
import { listAllAreas } from "~/features/site/areas.server";
import { pageMeta } from "~/features/site/page-meta";
import { NumberSchema } from "~/features/topics/input";
import { Forbidden } from "~/platform/errors";
import { translator } from "~/platform/i18n/translator";
import { useLocale, useText } from "~/platform/i18n/use-text";
import { findPreview } from "./preview.server";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireMember(args);
  if (!mayReadInbox(ctx.actor)) throw new Forbidden("inbox.read");
  const query = new URL(args.request.url).searchParams;
  const filters = readFilters(query);
  const open = NumberSchema.safeParse(query.get("open") ?? undefined).data ?? null;
  const after = query.get("after");
  const [areas, targets, team] = await Promise.all([listAllAreas(ctx), readTargets(ctx), listTeam(ctx)]);
  const selection = { filters, areas, targets };
  const [page, counts, preview] = await Promise.all([
    listInbox(ctx, { ...selection, after }),
    countInbox(ctx, selection),
    open === null ? null : findPreview(ctx, open),
  ]);
  return {
    ...{ page, counts, preview, filters, areas, team, after, open },
    ...{ actor: ctx.actor, submission: randomUUID(), now: ctx.clock.now() },
  };
}

export const meta: MetaFunction = (args) =>
  pageMeta(args, (locale) => ({ title: translator(locale, "inbox")("title"), isIndexed: false }));

export default function Inbox() {
  const { page, counts, preview, filters, areas, team, after, open, actor, submission, now } =
    useLoaderData<typeof loader>();
  const t = useText("inbox");
  const locale = useLocale();
  const groups = inboxChoices(t, { locale, filters, counts, areas });
  const countOf = (wanted: typeof filters) =>
    counts.find((one) => isSameView(one.filters, wanted))?.count ?? 0;
  const lateFilters = { ...filters, isLate: true };
  const late = {
    ...{ filters: lateFilters, label: t("late"), count: countOf(lateFilters) },
    isCurrent: filters.isLate ?? false,
  };
  const view = { ...filters, after, open };
  return (
    <div className="desk">
      <InboxSide groups={groups} late={late} />
      <InboxQueue
        page={page}
        view={view}
        title={filters.kind ? t(`kind.${filters.kind}`) : t("title")}
        count={writeInboxCount(t, locale, countOf(filters))}
        readerId={actor.id}
        mayClaim={mayClaim(actor)}
        now={now}
        filters={<InboxFilterForm groups={groups} isLate={late.isCurrent} />}
      />
      <InboxPreview
        topic={preview?.topic ?? null}
        isGone={open !== null && !preview}
        closeHref={inboxViewPath({ ...view, open: null })}
        mayAnswer={mayReplyOfficially(actor)}
        now={now}
      >
        {preview?.handling && (
          <TeamPart
            number={preview.topic.number}
            handling={preview.handling}
            team={team}
            reader={actor}
            submission={submission}
            back={inboxViewPath(view)}
            now={now}
          />
        )}
      </InboxPreview>
    </div>
  );
}
