import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireMember } from "~/features/auth/identifying.server";
import { pageMeta } from "~/features/site/page-meta";
import { DraftList } from "~/features/topics/components/draft-list";
import { draftDays } from "~/features/topics/purging-drafts.server";
import { listDrafts } from "~/features/topics/reading-drafts.server";
import { MyPage } from "~/features/topics/components/my-page";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { formPath } from "./form-path.server";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireMember(args);
  const drafts = await listDrafts(ctx);
  return {
    drafts: drafts.map((draft) => ({ ...draft, path: formPath(draft.form) })),
    keptDays: draftDays,
    name: ctx.actor.name,
    now: ctx.clock.now(),
  };
}

export const meta: MetaFunction = (args) =>
  pageMeta(args, (locale) => ({ title: translator(locale, "topics")("draft.listTitle"), isIndexed: false }));

export default function Drafts() {
  const { drafts, keptDays, name, now } = useLoaderData<typeof loader>();
  const t = useText("topics");
  return (
    <MyPage section="drafts" name={name}>
      <p className="muted mt-4 mb-4">{t("draft.listLede", { days: keptDays })}</p>
      <DraftList drafts={drafts} now={now} />
    </MyPage>
  );
}
