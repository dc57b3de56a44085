import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { listAttachments } from "~/features/attachments/reading.server";
import { filesAgain } from "~/features/attachments/upload-form.server";
import { requireMember } from "~/features/auth/identifying.server";
import { pageMeta } from "~/features/site/page-meta";
import { BothTexts } from "~/features/topics/components/both-texts";
import { EditForm } from "~/features/topics/components/edit-form";
import { chosenText, conflictOf, errorsOfChosen } from "~/features/topics/edit-conflict";
import { editTopic, getTopicSource } from "~/features/topics/editing.server";
import { EditTopicSchema, TagsSchema } from "~/features/topics/input";
import { topicActionPath, topicPath } from "~/features/topics/paths";
import { formAgain, seeOther } from "~/platform/http/answer.server";
import { formError } from "~/platform/http/form-errors";
import { parseForm } from "~/platform/http/parse-form";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { Page } from "~/ui/layouts/page";
import { PageHead } from "~/ui/layouts/page-head";
import { Breadcrumb } from "~/ui/primitives/breadcrumb";
import { topicNumberIn } from "~/features/topics/addressed";
import { readFormDraft } from "../drafts/form-draft.server";
import { keepTyped } from "../drafts/keeping.server";
import { changedMeanwhile, type EditAnswer, readEdit } from "./sent-edit.server";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireMember(args);
  const source = await getTopicSource(ctx, topicNumberIn(args));
  const [attached, draft] = await Promise.all([
    listAttachments(ctx, { topicId: source.id }),
    readFormDraft(ctx, { type: "edit", number: source.number }),
  ]);
  return { source, attached, draft, submission: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireMember(args);
  const source = await getTopicSource(ctx, topicNumberIn(args));
  const { form, pictures, values, preview } = await readEdit(ctx, args.request, { topicId: source.id });
  const kept = () => keepTyped(ctx, { type: "edit", number: source.number }, { form, pictures, values });
  if (pictures.isAboutFiles) return filesAgain(pictures, await kept());
  if (preview) return data<EditAnswer>({ errors: { fields: {} }, values: await kept(), preview });
  const parsed = parseForm(EditTopicSchema.extend({ tags: TagsSchema }), chosenText(form.values));
  if (!parsed.ok || !pictures.ok) {
    const fields = { ...pictures.errors.fields, ...(parsed.ok ? {} : parsed.errors.fields) };
    return formAgain(errorsOfChosen(form.values, { fields }), await kept());
  }
  const { attachmentIds, alts } = pictures;
  const { submission, draft } = form.values;
  const outcome = await editTopic(ctx, {
    ...parsed.value,
    number: source.number,
    attachmentIds,
    alts,
    submission,
    draft,
  });
  if (outcome.ok) return seeOther(outcome.location);
  if (outcome.reason !== "changed-meanwhile") return formAgain(formError(outcome.reason), await kept());
  return changedMeanwhile(
    ctx,
    { topicId: source.id },
    await getTopicSource(ctx, source.number),
    await kept(),
  );
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (locale) => ({
    title: translator(locale, "topics")("pageTitle.edit", { number: String(args.data?.source.number ?? "") }),
    isIndexed: false,
  }));

export default function EditTopic() {
  const { source, attached, draft, submission } = useLoaderData<typeof loader>();
  const again = useActionData<EditAnswer>();
  const t = useText("topics");
  const conflict = conflictOf(source, again?.values ?? draft?.found?.values);
  const form = (
    <EditForm
      action={topicActionPath(source.number, "edit")}
      source={source}
      attached={attached}
      submission={submission}
      draft={draft}
      cancelHref={topicPath(source)}
      failure={again}
      preview={again?.preview}
      number={source.number}
      saveLabel={conflict ? t("conflict.save") : undefined}
    />
  );
  return (
    <Page>
      <Breadcrumb items={[{ href: topicPath(source), label: source.title }]} />
      <PageHead
        title={conflict ? t("conflict.title") : t("edit.topicTitle")}
        lede={conflict ? t("conflict.lede") : t("edit.lede")}
      />
      {conflict ? (
        <BothTexts conflict={conflict} errors={again?.errors} number={source.number} formId="edit">
          {form}
        </BothTexts>
      ) : (
        form
      )}
    </Page>
  );
}
