import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireMember } from "~/features/auth/identifying.server";
import { announcementPath, announcementReactionsPath } from "~/features/changelog/paths";
import { getAnnouncement } from "~/features/changelog/reading.server";
import { ReactedList } from "~/features/topics/components/reacted-list";
import { langOf } from "~/features/topics/language";
import { reactedPath } from "~/features/topics/paths";
import { reactedMeta } from "~/features/topics/reacted-meta";
import { readReactedQuery } from "~/features/topics/reaction-form.server";
import { listReacted } from "~/features/topics/reactions.server";
import { useText } from "~/platform/i18n/use-text";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireMember(args);
  const query = readReactedQuery(args.request);
  const { id, slug, title, language, reactions } = await getAnnouncement(ctx, args.params.slug!);
  const page = await listReacted(ctx, { announcementId: id }, query);
  return { announcement: { slug, title, language }, counts: reactions, page, query, now: ctx.clock.now() };
}

export const meta: MetaFunction<typeof loader> = reactedMeta;

export default function AnnouncementReactions() {
  const { announcement, ...list } = useLoaderData<typeof loader>();
  const t = useText("reactions");
  return (
    <ReactedList
      {...list}
      lede={t.rich("list.toAnnouncement", {
        title: () => <span lang={langOf(announcement.language)}>{announcement.title}</span>,
      })}
      path={reactedPath(announcementReactionsPath(announcement))}
      backTo={announcementPath(announcement)}
    />
  );
}
