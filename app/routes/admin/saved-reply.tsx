import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { adminLinks } from "~/features/admin/admin-links";
import { requireAdmin } from "~/features/admin/managing.server";
import { requireMember } from "~/features/auth/identifying.server";
import { SavedReplyForm } from "~/features/saved-replies/components/saved-reply-form";
import { SavedReplySchema } from "~/features/saved-replies/input";
import { deleteSavedReply, listSavedReplies, saveReply } from "~/features/saved-replies/managing.server";
import { savedRepliesPath, savedReplyPath } from "~/features/saved-replies/paths";
import { pageMeta } from "~/features/site/page-meta";
import { replyIdIn } from "~/features/topics/addressed";
import { NotFound } from "~/platform/errors";
import { formAgain, seeOther } from "~/platform/http/answer.server";
import { type FormFailure, formError } from "~/platform/http/form-errors";
import { parseForm } from "~/platform/http/parse-form";
import { readForm } from "~/platform/http/read-form.server";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { PageHead } from "~/ui/layouts/page-head";
import { SettingsLayout } from "~/ui/layouts/settings-layout";
import { Breadcrumb } from "~/ui/primitives/breadcrumb";
import { Button } from "~/ui/primitives/button";
import { HiddenFields } from "~/ui/primitives/hidden-fields";

export const meta: MetaFunction = (args) =>
  pageMeta(args, (locale) => ({ title: translator(locale, "savedReplies")("edit"), isIndexed: false }));

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireMember(args);
  requireAdmin(ctx);
  const id = replyIdIn(args);
  const saved = (await listSavedReplies(ctx)).find((one) => one.id === id);
  if (!saved) throw new NotFound("saved-reply");
  const { name, texts, version } = saved;
  const values = { name, "text-en": texts.en, "text-zh-CN": texts["zh-CN"], version: String(version) };
  return { id, values };
}

/** POST changes it, DELETE takes it away. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireMember(args);
  requireAdmin(ctx);
  const id = replyIdIn(args);
  const { method, values } = await readForm(args.request);
  if (method === "DELETE") {
    await deleteSavedReply(ctx, { id });
    return seeOther(savedRepliesPath);
  }
  const parsed = parseForm(SavedReplySchema, values);
  if (!parsed.ok) return formAgain(parsed.errors, values);
  const outcome = await saveReply(ctx, { id, ...parsed.value });
  if (!outcome.ok) return formAgain(formError(outcome.reason), values, { status: 409 });
  return seeOther(`${savedRepliesPath}?saved`);
}

export default function EditSavedReply() {
  const { id, values } = useLoaderData<typeof loader>();
  const failure = useActionData<FormFailure>();
  const admin = useText("admin");
  const t = useText("savedReplies");
  return (
    <SettingsLayout label={admin("label")} links={adminLinks(admin, "saved-replies")}>
      <Breadcrumb items={[{ href: savedRepliesPath, label: t("title") }]} />
      <PageHead title={t("edit")} />
      <SavedReplyForm
        action={savedReplyPath(id)}
        values={failure ? { ...failure.values, version: values.version } : values}
        errors={failure?.errors}
      />
      <form className="mt-6" method="post" action={savedReplyPath(id)}>
        <HiddenFields method="DELETE" />
        <Button kind="danger">{t("delete")}</Button>
      </form>
    </SettingsLayout>
  );
}
