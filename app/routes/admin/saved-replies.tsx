import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { adminLinks } from "~/features/admin/admin-links";
import { requireAdmin } from "~/features/admin/managing.server";
import { requireMember } from "~/features/auth/identifying.server";
import { SavedReplyForm } from "~/features/saved-replies/components/saved-reply-form";
import { SavedReplySchema } from "~/features/saved-replies/input";
import { listSavedReplies, saveReply } from "~/features/saved-replies/managing.server";
import { savedRepliesPath, savedReplyPath } from "~/features/saved-replies/paths";
import { textIn } from "~/features/saved-replies/saved-reply";
import { pageMeta } from "~/features/site/page-meta";
import { formAgain, seeOther } from "~/platform/http/answer.server";
import { type FormFailure, formError } from "~/platform/http/form-errors";
import { parseForm } from "~/platform/http/parse-form";
import { readForm } from "~/platform/http/read-form.server";
import { translator } from "~/platform/i18n/translator";
import { useLocale, useText } from "~/platform/i18n/use-text";
import { excerpt } from "~/platform/text/excerpt";
import { PageHead } from "~/ui/layouts/page-head";
import { SettingsLayout } from "~/ui/layouts/settings-layout";
import { Notice } from "~/ui/primitives/notice";
import { TextLink } from "~/ui/primitives/text-link";

const shownOfText = 140;

export const meta: MetaFunction = (args) =>
  pageMeta(args, (locale) => ({ title: translator(locale, "savedReplies")("title"), isIndexed: false }));

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireMember(args);
  requireAdmin(ctx);
  const isSaved = new URL(args.request.url).searchParams.has("saved");
  return { saved: await listSavedReplies(ctx), isSaved };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireMember(args);
  requireAdmin(ctx);
  const { values } = await readForm(args.request);
  const parsed = parseForm(SavedReplySchema, values);
  if (!parsed.ok) return formAgain(parsed.errors, values);
  const outcome = await saveReply(ctx, parsed.value);
  if (!outcome.ok) return formAgain(formError(outcome.reason), values, { status: 409 });
  return seeOther(`${savedRepliesPath}?saved`);
}

export default function SavedReplies() {
  const { saved, isSaved } = useLoaderData<typeof loader>();
  const failure = useActionData<FormFailure>();
  const admin = useText("admin");
  const t = useText("savedReplies");
  const locale = useLocale();
  return (
    <SettingsLayout label={admin("label")} links={adminLinks(admin, "saved-replies")}>
      <PageHead title={t("title")} lede={t("lede")} />
      {isSaved && !failure && <Notice tone="done">{admin("saved")}</Notice>}
      {saved.length === 0 && <p className="muted mb-6">{t("empty")}</p>}
      <ul className="lines mb-6">
        {saved.map(({ id, name, texts }) => (
          <li key={id}>
            <TextLink href={savedReplyPath(id)}>{name}</TextLink>
            <p className="small muted">{excerpt(textIn(texts, locale), shownOfText)}</p>
          </li>
        ))}
      </ul>
      <h2 className="section-title mb-4">{t("new")}</h2>
      <SavedReplyForm
        action={savedRepliesPath}
        values={failure?.values ?? {}}
        errors={failure?.errors}
        isNew
      />
    </SettingsLayout>
  );
}
