import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "~/features/auth/identifying.server";
import { pageMeta } from "~/features/site/page-meta";
import { TaggedTopic } from "~/features/tags/components/tagged-topic";
import { useTagCount } from "~/features/tags/components/use-tag-count";
import { getTag } from "~/features/tags/listing.server";
import { editTagPath, tagPath, tagsPath } from "~/features/tags/paths";
import { mayManageTags } from "~/features/tags/policy";
import { listTopics } from "~/features/topics/listing.server";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { Page } from "~/ui/layouts/page";
import { PageHead } from "~/ui/layouts/page-head";
import { Breadcrumb } from "~/ui/primitives/breadcrumb";
import { ButtonLink } from "~/ui/primitives/button-link";
import { EmptyState } from "~/ui/primitives/empty-state";
import { Pager } from "~/ui/primitives/pager";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await visitor(args);
  const slug = args.params.slug ?? "";
  const tag = await getTag(ctx, slug);
  const url = new URL(args.request.url);
  // Renamed or merged: its new address from now on.
  if (tag.slug !== slug) throw redirect(tagPath(tag.slug) + url.search, 301);
  const after = url.searchParams.get("after");
  const page = await listTopics(ctx, { sort: "active", filters: { tag: slug }, after });
  return { tag, ...page, after, mayManage: mayManageTags(ctx.actor), now: ctx.clock.now() };
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (locale) => ({
    title: translator(locale, "tags")("of", { name: args.data?.tag.name ?? "" }),
    isIndexed: !args.data?.after,
  }));

export default function TagPage() {
  const { tag, topics, next, mayManage, now } = useLoaderData<typeof loader>();
  const t = useText("tags");
  const countText = useTagCount();
  return (
    <Page>
      <Breadcrumb items={[{ href: tagsPath, label: t("title") }]} />
      <PageHead
        title={tag.name}
        lede={countText(tag.count)}
        actions={mayManage && <ButtonLink href={editTagPath(tag.slug)}>{t("edit")}</ButtonLink>}
      />
      {topics.length > 0 ? (
        <ul className="lines">
          {topics.map((topic) => (
            <TaggedTopic key={topic.id} topic={topic} now={now} />
          ))}
        </ul>
      ) : (
        <EmptyState icon="tag" title={t("noTopics")} />
      )}
      <Pager
        older={next === null ? null : { href: `${tagPath(tag.slug)}?after=${next}`, label: t("moreTopics") }}
      />
    </Page>
  );
}
