import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireMember } from "~/features/auth/identifying.server";
import { announcementPath, changelogPath, publicationPath } from "~/features/changelog/paths";
import { getAnnouncement } from "~/features/changelog/reading.server";
import { previewAudience } from "~/features/notifications/previewing-audience.server";
import { pageMeta } from "~/features/site/page-meta";
import { AudienceReport } from "~/features/subscriptions/components/audience-report";
import { countSubscribers } from "~/features/subscriptions/counting.server";
import { langOf } from "~/features/topics/language";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { Page } from "~/ui/layouts/page";
import { PageHead } from "~/ui/layouts/page-head";
import { Breadcrumb } from "~/ui/primitives/breadcrumb";
import { ButtonLink } from "~/ui/primitives/button-link";
import { Notice } from "~/ui/primitives/notice";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireMember(args);
  const announcement = await getAnnouncement(ctx, args.params.slug ?? "");
  const [audience, subscribers] = await Promise.all([
    previewAudience(ctx, announcement.id),
    countSubscribers(ctx, announcement),
  ]);
  const { slug, title, language, announcedAt } = announcement;
  return { slug, title, language, isTold: announcedAt !== null, audience, subscribers };
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (locale) => ({
    title: translator(locale, "subscriptions")("audience.title"),
    isIndexed: false,
  }));

export default function Recipients() {
  const { slug, title, language, isTold, audience, subscribers } = useLoaderData<typeof loader>();
  const t = useText("subscriptions");
  const changelog = useText("changelog");
  return (
    <Page>
      <Breadcrumb
        items={[
          { href: changelogPath, label: changelog("title") },
          { href: announcementPath({ slug }), label: title, lang: langOf(language) },
        ]}
      />
      <PageHead
        title={t("audience.title")}
        lede={isTold ? undefined : t("audience.lede")}
        actions={<ButtonLink href={publicationPath({ slug })}>{changelog("page.review")}</ButtonLink>}
      />
      {isTold ? (
        <Notice>{t("audience.again")}</Notice>
      ) : (
        <AudienceReport audience={audience} subscribers={subscribers} />
      )}
    </Page>
  );
}
