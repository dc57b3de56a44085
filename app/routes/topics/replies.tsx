import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { filesAgain, readPost } from "~/features/attachments/upload-form.server";
import { requireMember } from "~/features/auth/identifying.server";
import type { MemberContext } from "~/features/members/context";
import { pageMeta } from "~/features/site/page-meta";
import { findAnswered } from "~/features/topics/answering.server";
import type { Preview } from "~/features/topics/components/text-preview";
import { ReplyForm } from "~/features/topics/components/reply-form";
import { NumberSchema, ReplySchema } from "~/features/topics/input";
import { langOf } from "~/features/topics/language";
import { topicActionPath, topicPath } from "~/features/topics/paths";
import { getTopic } from "~/features/topics/reading.server";
import { postReply } from "~/features/topics/replying.server";
import { mayUseSavedReplies } from "~/features/saved-replies/policy";
import { listSavedReplies } from "~/features/saved-replies/managing.server";
import { SavedReplyPicker } from "~/features/saved-replies/components/saved-reply-picker";
import { begunWith } from "../saved-replies/begun-with.server";
import { formAgain, seeOther } from "~/platform/http/answer.server";
import { type FormFailure, formError } from "~/platform/http/form-errors";
import { parseForm } from "~/platform/http/parse-form";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { Page } from "~/ui/layouts/page";
import { PageHead } from "~/ui/layouts/page-head";
import { Breadcrumb } from "~/ui/primitives/breadcrumb";
import { topicNumberIn } from "~/features/topics/addressed";
import { readFormDraft } from "../drafts/form-draft.server";
import { keepTyped } from "../drafts/keeping.server";
import { previewOf } from "../drafts/previewing.server";

type Again = FormFailure & { preview?: Preview };

/** The form on a page of its own: where a refused reply and a preview come back to. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireMember(args);
  const { id, number, slug, title, language } = await getTopic(ctx, topicNumberIn(args));
  const answered = await answeredIn(ctx, args.request, id);
  return {
    id,
    number,
    slug,
    title,
    language,
    answered,
    draft: await readFormDraft(ctx, { type: "reply", number, replyId: answered?.id }),
    submission: randomUUID(),
    saved: mayUseSavedReplies(ctx.actor) ? await listSavedReplies(ctx) : [],
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireMember(args);
  const number = topicNumberIn(args);
  const { form, pictures } = await readPost(ctx, args.request);
  const values = { ...form.values, ...pictures.values };
  const parsed = parseForm(ReplySchema, form.values);
  const kept = () => {
    const replyId = NumberSchema.safeParse(form.values["reply-to"]).data;
    return keepTyped(ctx, { type: "reply", number, replyId }, { form, pictures, values });
  };
  if (pictures.isAboutFiles) return filesAgain(pictures, await kept());
  if (form.values["insert-saved"] && mayUseSavedReplies(ctx.actor)) {
    const again = await kept();
    return data<Again>({
      errors: { fields: {} },
      values: { ...again, ...(await begunWith(ctx, number, again)) },
    });
  }
  if (form.values.preview) {
    const preview = await previewOf(ctx, form.values.body ?? "", pictures);
    return data<Again>({ errors: { fields: {} }, values: await kept(), preview });
  }
  if (!parsed.ok || !pictures.ok) {
    return formAgain(
      { fields: { ...pictures.errors.fields, ...(parsed.ok ? {} : parsed.errors.fields) } },
      await kept(),
    );
  }
  const { body, submission } = parsed.value;
  const outcome = await postReply(ctx, {
    ...{ number, body, submission },
    parentId: parsed.value["reply-to"],
    attachmentIds: pictures.attachmentIds,
    draft: form.values.draft,
  });
  if (outcome.ok) return seeOther(outcome.location);
  if (outcome.reason === "newcomer-pictures") return formAgain(formError(outcome.reason), await kept());
  return formAgain(formError(`reply-${outcome.reason}`), await kept(), { status: 409 });
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (locale) => ({
    title: translator(locale, "topics")("pageTitle.reply", { number: String(args.data?.number ?? "") }),
    isIndexed: false,
  }));

export default function ReplyRoute() {
  const { number, slug, title, language, answered, submission, draft, saved } =
    useLoaderData<typeof loader>();
  const again = useActionData<Again>();
  const t = useText("topics");
  return (
    <Page>
      <Breadcrumb items={[{ href: topicPath({ number, slug }), label: title, lang: langOf(language) }]} />
      <PageHead title={t("compose.pageTitle")} />
      <ReplyForm
        number={number}
        submission={submission}
        answered={answered}
        draft={draft}
        insteadHref={topicActionPath(number, "replies")}
        failure={again}
        preview={again?.preview}
        tools={<SavedReplyPicker id="reply" fieldId="reply-body" number={number} saved={saved} />}
      />
    </Page>
  );
}

/** Named by the address, also of a form that comes back; null when that reply is gone, and the topic is answered. */
async function answeredIn(ctx: MemberContext, request: Request, topicId: number) {
  const replyId = NumberSchema.safeParse(new URL(request.url).searchParams.get("reply-to")).data;
  return findAnswered(ctx, { topicId, replyId });
}
