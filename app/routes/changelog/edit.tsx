import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { filesAgain } from "~/features/attachments/upload-form.server";
import { requireMember } from "~/features/auth/identifying.server";
import { WritingAdvice } from "~/features/changelog/components/writing-advice";
import { AnnouncementForm } from "~/features/changelog/components/announcement-form";
import { StandingVersion } from "~/features/changelog/components/standing-version";
import { editAnnouncement } from "~/features/changelog/editing.server";
import { VersionSchema } from "~/features/changelog/input";
import {
  announcementPath,
  changelogPath,
  editAnnouncementPath,
  publicationPath,
} from "~/features/changelog/paths";
import { mayWriteAnnouncements } from "~/features/changelog/policy";
import { getAnnouncementPage } from "~/features/changelog/reading.server";
import { readAnnouncementForm, unknownTopicsError } from "~/features/changelog/sent-form.server";
import { pageMeta } from "~/features/site/page-meta";
import { Forbidden } from "~/platform/errors";
import { formAgain, seeOther } from "~/platform/http/answer.server";
import { type FormFailure, formError } from "~/platform/http/form-errors";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { Page } from "~/ui/layouts/page";
import { PageHead } from "~/ui/layouts/page-head";
import { WithSide } from "~/ui/layouts/with-side";
import { Breadcrumb } from "~/ui/primitives/breadcrumb";
import { readFormDraft } from "../drafts/form-draft.server";
import { keepTyped } from "../drafts/keeping.server";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireMember(args);
  if (!mayWriteAnnouncements(ctx.actor)) throw new Forbidden("announcement.write");
  const page = await getAnnouncementPage(ctx, args.params.slug ?? "");
  const draft = await readFormDraft(ctx, { type: "announcement", slug: page.announcement.slug });
  return { ...page, draft, submission: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireMember(args);
  if (!mayWriteAnnouncements(ctx.actor)) throw new Forbidden("announcement.write");
  const { announcement } = await getAnnouncementPage(ctx, args.params.slug ?? "");
  const { form, parsed, pictures, values } = await readAnnouncementForm(ctx, args.request, {
    announcementId: announcement.id,
  });
  const kept = () =>
    keepTyped(ctx, { type: "announcement", slug: announcement.slug }, { form, pictures, values });
  if (pictures.isAboutFiles) return filesAgain(pictures, await kept());
  if (!parsed.ok) return formAgain(parsed.errors, await kept());
  const outcome = await editAnnouncement(ctx, {
    ...parsed.value,
    slug: announcement.slug,
    version: VersionSchema.safeParse(form.values).data?.version ?? 0,
    attachmentIds: pictures.attachmentIds,
    alts: pictures.alts,
    draft: form.values.draft,
    submission: form.values.submission,
  });
  if (!outcome.ok && outcome.reason === "unknown-topics")
    return formAgain(unknownTopicsError(outcome), await kept());
  if (!outcome.ok) {
    // Saving what comes back now is a decision made with both texts in view.
    const seen = { ...(await kept()), version: String(announcement.version) };
    return formAgain(formError("announcement-changed"), seen, { status: 409 });
  }
  if (form.values.then === "review") return seeOther(publicationPath(announcement));
  return seeOther(
    announcement.status === "published" ? announcementPath(announcement) : editAnnouncementPath(announcement),
  );
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (locale) => ({
    title: translator(locale, "changelog")("form.editTitle"),
    isIndexed: false,
  }));

export default function EditAnnouncement() {
  const { announcement, topics, pictures, draft, submission } = useLoaderData<typeof loader>();
  const again = useActionData<FormFailure>();
  const t = useText("changelog");
  const { slug, title, release, labels, body, version } = announcement;
  const standing = {
    title,
    release,
    body,
    labels: labels.join(" "),
    topics: topics.map((topic) => topic.number).join(" "),
  };
  return (
    <Page>
      <Breadcrumb
        items={[
          { href: changelogPath, label: t("title") },
          { href: announcementPath({ slug }), label: title },
        ]}
      />
      <PageHead title={t("form.editTitle")} lede={t("form.editLede")} />
      {again?.errors.form?.id === "announcement-changed" && <StandingVersion announcement={announcement} />}
      <WithSide side={<WritingAdvice />} sideLabel={t("advice.title")}>
        <AnnouncementForm
          values={again?.values ?? standing}
          isAgain={Boolean(again)}
          draft={draft}
          submission={again?.values.submission ?? submission}
          errors={again?.errors}
          version={Number(again?.values.version ?? version)}
          attached={pictures}
          isPublic={announcement.status === "published"}
        />
      </WithSide>
    </Page>
  );
}
