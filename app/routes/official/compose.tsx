import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { filesAgain, readPost } from "~/features/attachments/upload-form.server";
import { requireMember } from "~/features/auth/identifying.server";
import { listAnnouncementChoices } from "~/features/official/choosing.server";
import { OfficialForm } from "~/features/official/components/official-form";
import { OfficialReplySchema } from "~/features/official/input";
import { mayReplyOfficially } from "~/features/official/policy";
import { type OfficialRefusal, postOfficialReply } from "~/features/official/posting.server";
import { refusalError } from "~/features/official/refusal-error";
import { SavedReplyPicker } from "~/features/saved-replies/components/saved-reply-picker";
import { listSavedReplies } from "~/features/saved-replies/managing.server";
import { pageMeta } from "~/features/site/page-meta";
import { NumberSchema } from "~/features/topics/input";
import { langOf } from "~/features/topics/language";
import { topicPath } from "~/features/topics/paths";
import { getTopic } from "~/features/topics/reading.server";
import { Forbidden, NotFound } from "~/platform/errors";
import { formAgain, seeOther } from "~/platform/http/answer.server";
import type { FormFailure } from "~/platform/http/form-errors";
import { parseForm } from "~/platform/http/parse-form";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { Page } from "~/ui/layouts/page";
import { PageHead } from "~/ui/layouts/page-head";
import { Breadcrumb } from "~/ui/primitives/breadcrumb";
import { readFormDraft } from "../drafts/form-draft.server";
import { begunWith } from "../saved-replies/begun-with.server";
import { keepTyped } from "../drafts/keeping.server";

/** True of the form when it was shown, and no more. */
const happenedMeanwhile = new Set<OfficialRefusal>(["announcement-gone", "promise-gone", "promise-stands"]);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireMember(args);
  if (!mayReplyOfficially(ctx.actor)) throw new Forbidden("official.post");
  const replyTo = NumberSchema.safeParse(new URL(args.request.url).searchParams.get("reply-to")).data;
  const [topic, choices, saved] = await Promise.all([
    getTopic(ctx, numberOf(args.params)),
    listAnnouncementChoices(ctx),
    listSavedReplies(ctx),
  ]);
  const { number, slug, title, language, board, kind, status } = topic;
  return {
    topic: { number, slug, title, language, board, kind, status },
    choices,
    promises: [...topic.promises, ...topic.mergedPromises],
    saved,
    replyTo,
    submission: randomUUID(),
    draft: await readFormDraft(ctx, { type: "official", number, replyId: replyTo }),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireMember(args);
  if (!mayReplyOfficially(ctx.actor)) throw new Forbidden("official.post");
  const number = numberOf(args.params);
  const { form, pictures } = await readPost(ctx, args.request);
  const announcements = form.all("announcement");
  const parsed = parseForm(OfficialReplySchema, { ...form.values, announcements });
  const values = { ...form.values, announcements: announcements.join(" "), ...pictures.values };
  const kept = () => {
    const replyId = NumberSchema.safeParse(form.values["reply-to"]).data;
    return keepTyped(ctx, { type: "official", number, replyId }, { form, pictures, values });
  };
  if (pictures.isAboutFiles) return filesAgain(pictures, await kept());
  if (form.values["insert-saved"]) {
    const again = await kept();
    return data<FormFailure>({
      errors: { fields: {} },
      values: { ...again, ...(await begunWith(ctx, number, again)) },
    });
  }
  if (!parsed.ok || !pictures.ok) {
    const fields = { ...(parsed.ok ? {} : parsed.errors.fields), ...pictures.errors.fields };
    return formAgain({ fields }, await kept());
  }
  const { body, type, status, reason, submission, promiseAct } = parsed.value;
  const outcome = await postOfficialReply(ctx, {
    ...{ number, body, type, status, reason, submission },
    parentId: parsed.value["reply-to"],
    announcementIds: parsed.value.announcements,
    promise: promiseAct,
    quietReason: parsed.value.quiet ? parsed.value["quiet-reason"] : undefined,
    attachmentIds: pictures.attachmentIds,
    draft: form.values.draft,
  });
  if (outcome.ok) return seeOther(outcome.location);
  // Nothing below that reply takes an answer any more; the topic does.
  const again = await kept();
  const moved = outcome.reason === "parent-gone" ? { ...again, "reply-to": "" } : again;
  return formAgain(refusalError(outcome.reason), moved, {
    status: happenedMeanwhile.has(outcome.reason) ? 409 : 422,
  });
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (locale) => ({ title: translator(locale, "official")("compose.title"), isIndexed: false }));

export default function ComposeOfficial() {
  const { topic, choices, promises, saved, replyTo, submission, draft } = useLoaderData<typeof loader>();
  const again = useActionData<FormFailure>();
  const t = useText("official");
  return (
    <Page>
      <Breadcrumb items={[{ href: topicPath(topic), label: topic.title, lang: langOf(topic.language) }]} />
      <PageHead title={t("compose.title")} lede={t("compose.lede")} />
      <OfficialForm
        topic={topic}
        choices={choices}
        promises={promises}
        submission={again?.values.submission || submission}
        replyTo={again ? NumberSchema.safeParse(again.values["reply-to"]).data : replyTo}
        draft={draft}
        values={again?.values}
        errors={again?.errors}
        tools={<SavedReplyPicker id="official" fieldId="official-body" number={topic.number} saved={saved} />}
      />
    </Page>
  );
}

function numberOf(params: { number?: string }): number {
  const number = NumberSchema.safeParse(params.number).data;
  if (number === undefined) throw new NotFound("topic");
  return number;
}
