import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "~/features/auth/identifying.server";
import { AnnouncementVersions } from "~/features/changelog/components/announcement-versions";
import { getAnnouncementHistory } from "~/features/changelog/history.server";
import { announcementPath, changelogPath } from "~/features/changelog/paths";
import { pageMeta } from "~/features/site/page-meta";
import { NumberSchema } from "~/features/topics/input";
import { langOf } from "~/features/topics/language";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { Page } from "~/ui/layouts/page";
import { PageHead } from "~/ui/layouts/page-head";
import { TextChanges } from "~/ui/patterns/text-changes";
import { Breadcrumb } from "~/ui/primitives/breadcrumb";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await visitor(args);
  const version = NumberSchema.safeParse(new URL(args.request.url).searchParams.get("version")).data;
  const history = await getAnnouncementHistory(ctx, { slug: args.params.slug ?? "", version });
  return { history, now: ctx.clock.now() };
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (locale) => ({ title: translator(locale, "topics")("history.title"), isIndexed: false }));

export default function AnnouncementHistoryPage() {
  const { history, now } = useLoaderData<typeof loader>();
  const t = useText("topics");
  const changelog = useText("changelog");
  const { slug, title, language, shown } = history;
  const lang = langOf(language);
  return (
    <Page>
      <Breadcrumb
        items={[
          { href: changelogPath, label: changelog("title") },
          { href: announcementPath({ slug }), label: title, lang },
        ]}
      />
      <PageHead title={t("history.title")} lede={t("history.legend")} />
      <div className="side-first">
        <div>
          <AnnouncementVersions history={history} now={now} />
        </div>
        <section className="stack" aria-labelledby="changes">
          <h2 className="section-title" id="changes">
            {t("history.changes", { version: shown.version })}
          </h2>
          {shown.title && <TextChanges parts={shown.title} lang={lang} />}
          <TextChanges parts={shown.body} lang={lang} />
        </section>
      </div>
    </Page>
  );
}
