import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readPost } from "~/features/attachments/upload-form.server";
import { requireMember } from "~/features/auth/identifying.server";
import { pageMeta } from "~/features/site/page-meta";
import { DraftConflict, type DraftConflictProps } from "~/features/topics/components/draft-conflict";
import { TypedTexts } from "~/features/topics/components/typed-texts";
import { discardDraft } from "~/features/topics/drafts.server";
import { draftsPath } from "~/features/topics/paths";
import { findDraft } from "~/features/topics/reading-drafts.server";
import { seeOther } from "~/platform/http/answer.server";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { Page } from "~/ui/layouts/page";
import { PageHead } from "~/ui/layouts/page-head";
import { Breadcrumb } from "~/ui/primitives/breadcrumb";
import { ButtonLink } from "~/ui/primitives/button-link";
import { conflictOf } from "./conflict.server";
import { editedBy } from "./edited.server";
import { formPath } from "./form-path.server";
import { draftFormIn, saveSentDraft } from "./sent-draft.server";

/** What a draft holds, to be read and copied: also when what it answers is gone. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireMember(args);
  const form = draftFormIn(args);
  return { draft: await findDraft(ctx, form), formPath: formPath(form) };
}

/** POST keeps the form as a draft, DELETE throws it away. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireMember(args);
  const draft = draftFormIn(args);
  const { form, pictures } = await readPost(ctx, args.request, {
    of: async ({ method }) => (method === "DELETE" ? undefined : editedBy(ctx, draft)),
  });
  if (form.method === "DELETE") {
    await discardDraft(ctx, draft);
    return seeOther(form.values.back === "list" ? draftsPath : formPath(draft));
  }
  const saved = await saveSentDraft(ctx, draft, { form, pictures });
  if (saved.ok) return seeOther(formPath(draft));
  const { attachmentIds } = pictures;
  const conflict = await conflictOf(ctx, { draft, form, saved, attachmentIds });
  return data<DraftConflictProps>(conflict, { status: conflict.newer ? 409 : 422 });
}

export const meta: MetaFunction = (args) =>
  pageMeta(args, (locale) => ({ title: translator(locale, "topics")("draft.title"), isIndexed: false }));

export default function DraftRoute() {
  const { draft, formPath: href } = useLoaderData<typeof loader>();
  const conflict = useActionData<DraftConflictProps>();
  const t = useText("topics");
  const crumbs = <Breadcrumb items={[{ href: draftsPath, label: t("draft.listTitle") }]} />;
  if (conflict) {
    return (
      <Page>
        {crumbs}
        <PageHead title={t(conflict.newer ? "draft.newerTitle" : "draft.notKept")} />
        <DraftConflict {...conflict} />
      </Page>
    );
  }
  return (
    <Page>
      {crumbs}
      <PageHead title={t("draft.title")} lede={draft ? undefined : t("draft.empty")} />
      <div className="stack measure">
        <TypedTexts id="draft" fields={Object.entries(draft?.values ?? {})} />
        <div>
          <ButtonLink href={href}>{t("draft.continue")}</ButtonLink>
        </div>
      </div>
    </Page>
  );
}
