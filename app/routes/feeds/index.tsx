import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "~/features/auth/identifying.server";
import { FeedItem } from "~/features/feeds/components/feed-item";
import { feedLinks } from "~/features/feeds/feed-links";
import { areaName, listAreas } from "~/features/site/areas.server";
import { pageMeta } from "~/features/site/page-meta";
import { rootDataOf } from "~/features/site/root-data";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { Page } from "~/ui/layouts/page";
import { PageHead } from "~/ui/layouts/page-head";

const ofSite = ["all", "suggestions", "changelog", "official"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await visitor(args);
  const areas = await listAreas(ctx);
  return { areas: areas.map((area) => ({ slug: area.slug, name: areaName(area, ctx.locale) })) };
}

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translator(rootDataOf(args.matches).locale, "feeds");
  const words = { title: t("list.title"), description: t("list.lede") };
  return [
    ...pageMeta(args, () => words),
    ...ofSite.flatMap((kind) => feedLinks({ kind }, t(`titles.${kind}`))),
  ];
};

export default function Feeds() {
  const { areas } = useLoaderData<typeof loader>();
  const t = useText("feeds");
  return (
    <Page>
      <div className="measure">
        <PageHead title={t("list.title")} lede={t("list.lede")} />
        <section aria-labelledby="of-site">
          <h2 className="section-title mb-4" id="of-site">
            {t("list.site")}
          </h2>
          <ul>
            {ofSite.map((kind) => (
              <FeedItem
                key={kind}
                name={{ kind }}
                title={t(`titles.${kind}`)}
                note={t(`subtitles.${kind}`)}
              />
            ))}
          </ul>
        </section>
        {areas.length > 0 && (
          <section className="mt-12" aria-labelledby="of-areas">
            <h2 className="section-title mb-4" id="of-areas">
              {t("list.areas")}
            </h2>
            <ul>
              {areas.map(({ slug, name }) => (
                <FeedItem
                  key={slug}
                  name={{ kind: "area", slug }}
                  title={name}
                  note={t("subtitles.area", { area: name })}
                />
              ))}
            </ul>
          </section>
        )}
        <p className="small muted mt-6">{t("list.topics")}</p>
      </div>
    </Page>
  );
}
