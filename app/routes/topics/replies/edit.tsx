import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { listAttachments } from "~/features/attachments/reading.server";
import { filesAgain } from "~/features/attachments/upload-form.server";
import { requireMember } from "~/features/auth/identifying.server";
import { OfficialEditFields } from "~/features/official/components/official-edit-fields";
import { OfficialEditSchema } from "~/features/official/input";
import { pageMeta } from "~/features/site/page-meta";
import { BothTexts } from "~/features/topics/components/both-texts";
import { EditForm } from "~/features/topics/components/edit-form";
import { chosenText, conflictOf, errorsOfChosen } from "~/features/topics/edit-conflict";
import { editReply, getReplySource } from "~/features/topics/editing.server";
import { EditSchema } from "~/features/topics/input";
import { langOf } from "~/features/topics/language";
import { replyActionPath, replyPath } from "~/features/topics/paths";
import { formAgain, seeOther } from "~/platform/http/answer.server";
import type { FormFailure } from "~/platform/http/form-errors";
import { formError } from "~/platform/http/form-errors";
import { parseForm } from "~/platform/http/parse-form";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { Page } from "~/ui/layouts/page";
import { PageHead } from "~/ui/layouts/page-head";
import { Breadcrumb } from "~/ui/primitives/breadcrumb";
import { replyIdIn, topicNumberIn } from "~/features/topics/addressed";
import { readFormDraft } from "../../drafts/form-draft.server";
import { keepTyped } from "../../drafts/keeping.server";
import { changedMeanwhile, type EditAnswer, readEdit } from "../sent-edit.server";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireMember(args);
  const where = { number: topicNumberIn(args), replyId: replyIdIn(args) };
  const [source, attached, draft] = await Promise.all([
    getReplySource(ctx, where),
    listAttachments(ctx, { replyIds: [where.replyId] }),
    readFormDraft(ctx, { type: "edit", ...where }),
  ]);
  return { source, attached, draft, submission: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireMember(args);
  const where = { number: topicNumberIn(args), replyId: replyIdIn(args) };
  // Asked before anything is stored: whose pictures these are depends on it.
  const source = await getReplySource(ctx, where);
  const { form, pictures, values, preview } = await readEdit(ctx, args.request, {
    replyId: where.replyId,
  });
  const kept = () => keepTyped(ctx, { type: "edit", ...where }, { form, pictures, values });
  if (pictures.isAboutFiles) return filesAgain(pictures, await kept());
  if (preview) return data<EditAnswer>({ errors: { fields: {} }, values: await kept(), preview });
  const parsed = parseForm(EditSchema, chosenText(form.values));
  const telling = parseForm(OfficialEditSchema, source.isOfficial ? form.values : {});
  if (!parsed.ok || !pictures.ok || !telling.ok) {
    const fields = {
      ...pictures.errors.fields,
      ...(telling.ok ? {} : telling.errors.fields),
      ...(parsed.ok ? {} : parsed.errors.fields),
    };
    return formAgain(errorsOfChosen(form.values, { fields }), await kept());
  }
  const { attachmentIds, alts } = pictures;
  const { submission, draft } = form.values;
  const outcome = await editReply(ctx, {
    ...{ ...where, ...parsed.value, attachmentIds, alts, submission, draft },
    telling: telling.value.telling,
    quietReason: telling.value.reason,
  });
  if (outcome.ok) return seeOther(outcome.location);
  if (outcome.reason !== "changed-meanwhile") return formAgain(formError(outcome.reason), await kept());
  return changedMeanwhile(ctx, { replyId: where.replyId }, await getReplySource(ctx, where), await kept());
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (locale) => ({
    title: translator(locale, "topics")("pageTitle.edit", { number: String(args.data?.source.number ?? "") }),
    isIndexed: false,
  }));

const officialMore = {
  fields: ["telling", "quiet-reason"],
  render: (failure: FormFailure | undefined) => (
    <OfficialEditFields values={failure?.values} errors={failure?.errors} />
  ),
};

export default function EditReply() {
  const { source, attached, draft, submission } = useLoaderData<typeof loader>();
  const again = useActionData<EditAnswer>();
  const t = useText("topics");
  const conflict = conflictOf(source, again?.values ?? draft?.found?.values);
  const { number, id, topic } = source;
  const form = (
    <EditForm
      action={replyActionPath(number, id, "edit")}
      source={source}
      attached={attached}
      submission={submission}
      draft={draft}
      cancelHref={replyPath(number, id)}
      failure={again}
      preview={again?.preview}
      number={number}
      more={source.isOfficial ? officialMore : undefined}
      saveLabel={conflict ? t("conflict.save") : undefined}
    />
  );
  return (
    <Page>
      <Breadcrumb
        items={[{ href: replyPath(number, id), label: topic.title, lang: langOf(topic.language) }]}
      />
      <PageHead
        title={conflict ? t("conflict.title") : t("edit.replyTitle")}
        lede={conflict ? t("conflict.lede") : t("edit.lede")}
      />
      {conflict ? (
        <BothTexts conflict={conflict} errors={again?.errors} number={number} formId="edit">
          {form}
        </BothTexts>
      ) : (
        form
      )}
    </Page>
  );
}
