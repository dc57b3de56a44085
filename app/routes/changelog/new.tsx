import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { filesAgain } from "~/features/attachments/upload-form.server";
import { requireMember } from "~/features/auth/identifying.server";
import { WritingAdvice } from "~/features/changelog/components/writing-advice";
import { AnnouncementForm } from "~/features/changelog/components/announcement-form";
import { saveDraft } from "~/features/changelog/drafting.server";
import { changelogPath } from "~/features/changelog/paths";
import { mayWriteAnnouncements } from "~/features/changelog/policy";
import { readAnnouncementForm, unknownTopicsError } from "~/features/changelog/sent-form.server";
import { pageMeta } from "~/features/site/page-meta";
import { Forbidden } from "~/platform/errors";
import { formAgain, seeOther } from "~/platform/http/answer.server";
import type { FormFailure } from "~/platform/http/form-errors";
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
  return { submission: randomUUID(), draft: await readFormDraft(ctx, { type: "announcement" }) };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireMember(args);
  if (!mayWriteAnnouncements(ctx.actor)) throw new Forbidden("announcement.write");
  const { form, parsed, pictures, values } = await readAnnouncementForm(ctx, args.request);
  const kept = () => keepTyped(ctx, { type: "announcement" }, { form, pictures, values });
  if (pictures.isAboutFiles) return filesAgain(pictures, await kept());
  if (!parsed.ok) return formAgain(parsed.errors, await kept());
  const outcome = await saveDraft(ctx, {
    ...parsed.value,
    attachmentIds: pictures.attachmentIds,
    submission: form.values.submission ?? "",
    draft: form.values.draft,
    isForReview: form.values.then === "review",
  });
  if (!outcome.ok) return formAgain(unknownTopicsError(outcome), await kept());
  return seeOther(outcome.location);
}

export const meta: MetaFunction = (args) =>
  pageMeta(args, (locale) => ({ title: translator(locale, "changelog")("form.newTitle"), isIndexed: false }));

export default function NewAnnouncement() {
  const { submission, draft } = useLoaderData<typeof loader>();
  const again = useActionData<FormFailure>();
  const t = useText("changelog");
  return (
    <Page>
      <Breadcrumb items={[{ href: changelogPath, label: t("title") }]} />
      <PageHead title={t("form.newTitle")} lede={t("form.lede")} />
      <WithSide side={<WritingAdvice />} sideLabel={t("advice.title")}>
        <AnnouncementForm
          values={again?.values ?? {}}
          isAgain={Boolean(again)}
          draft={draft}
          errors={again?.errors}
          submission={again?.values.submission ?? submission}
        />
      </WithSide>
    </Page>
  );
}
