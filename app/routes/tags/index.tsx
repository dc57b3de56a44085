import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "~/features/auth/identifying.server";
import { pageMeta } from "~/features/site/page-meta";
import { TagLine } from "~/features/tags/components/tag-line";
import { listTags } from "~/features/tags/listing.server";
import { tagsPath } from "~/features/tags/paths";
import { mayManageTags } from "~/features/tags/policy";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { Page } from "~/ui/layouts/page";
import { PageHead } from "~/ui/layouts/page-head";
import { EmptyState } from "~/ui/primitives/empty-state";
import { Pager } from "~/ui/primitives/pager";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await visitor(args);
  const after = new URL(args.request.url).searchParams.get("after");
  return { ...(await listTags(ctx, { after })), after, mayManage: mayManageTags(ctx.actor) };
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (locale) => {
    const t = translator(locale, "tags");
    return { title: t("title"), description: t("lede"), isIndexed: !args.data?.after };
  });

export default function Tags() {
  const { tags, next, mayManage } = useLoaderData<typeof loader>();
  const t = useText("tags");
  return (
    <Page>
      <PageHead title={t("title")} lede={t("lede")} />
      {tags.length > 0 ? (
        <ul className="lines measure">
          {tags.map((tag) => (
            <TagLine key={tag.id} tag={tag} mayManage={mayManage} />
          ))}
        </ul>
      ) : (
        <EmptyState icon="tag" title={t("empty")}>
          {t("emptyText")}
        </EmptyState>
      )}
      <Pager
        older={
          next === null ? null : { href: `${tagsPath}?after=${encodeURIComponent(next)}`, label: t("more") }
        }
      />
    </Page>
  );
}
