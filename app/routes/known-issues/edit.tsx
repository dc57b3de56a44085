import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireMember } from "~/features/auth/identifying.server";
import { CurrentIssue } from "~/features/known-issues/components/current-issue";
import { KnownIssueForm } from "~/features/known-issues/components/known-issue-form";
import { saveKnownIssue, takeBackKnownIssue } from "~/features/known-issues/declaring.server";
import { getKnownIssueDraft } from "~/features/known-issues/draft.server";
import { KnownIssueSchema } from "~/features/known-issues/input";
import { knownIssuePath } from "~/features/known-issues/paths";
import { listAnnouncementChoices } from "~/features/official/choosing.server";
import { pageMeta } from "~/features/site/page-meta";
import { topicNumberIn } from "~/features/topics/addressed";
import { langOf } from "~/features/topics/language";
import { topicPath } from "~/features/topics/paths";
import { formAgain, seeOther } from "~/platform/http/answer.server";
import { type FormFailure, fieldError, formError } from "~/platform/http/form-errors";
import { parseForm } from "~/platform/http/parse-form";
import { readForm } from "~/platform/http/read-form.server";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { FormPage } from "~/ui/layouts/form-page";
import { Button } from "~/ui/primitives/button";
import { HiddenFields } from "~/ui/primitives/hidden-fields";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireMember(args);
  const [{ topic, values, isKnown, fix }, choices] = await Promise.all([
    getKnownIssueDraft(ctx, topicNumberIn(args)),
    listAnnouncementChoices(ctx),
  ]);
  const { number, slug, title, language } = topic;
  // The one named as the fix may be older than those offered.
  const isOffered = !fix || choices.some(({ id }) => id === fix.id);
  const announcements = isOffered ? choices : [fix, ...choices];
  return { topic: { number, slug, title, language }, values, isKnown, announcements };
}

/** POST says what is known, DELETE that it is no known issue. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireMember(args);
  const number = topicNumberIn(args);
  const { method, values } = await readForm(args.request);
  if (method === "DELETE") {
    const { slug } = await takeBackKnownIssue(ctx, { number });
    return seeOther(topicPath({ number, slug }));
  }
  const parsed = parseForm(KnownIssueSchema, values);
  if (!parsed.ok) return formAgain(parsed.errors, values);
  const outcome = await saveKnownIssue(ctx, { number, ...parsed.value });
  if (outcome.ok) return seeOther(`${topicPath({ number, slug: outcome.slug })}#known-issue`);
  const errors =
    outcome.reason === "announcement-gone"
      ? fieldError("announcement", outcome.reason)
      : formError(outcome.reason);
  return formAgain(errors, values, { status: 409 });
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (locale) => ({
    title: translator(locale, "knownIssues")("form.pageTitle", {
      number: String(args.data?.topic.number ?? ""),
    }),
    isIndexed: false,
  }));

export default function EditKnownIssue() {
  const { topic, values, isKnown, announcements } = useLoaderData<typeof loader>();
  const failure = useActionData<FormFailure>();
  const t = useText("knownIssues");
  const isChanged = failure?.errors.form?.id === "changed-meanwhile";
  // After a conflict the form stands on the newer version: saving it again replaces what was just shown.
  const typed = failure && { ...failure.values, ...(isChanged && { version: values.version! }) };
  return (
    <FormPage
      title={t("form.title")}
      lede={<span lang={langOf(topic.language)}>{topic.title}</span>}
      after={
        isKnown && (
          <form method="post" action={knownIssuePath(topic.number)}>
            <HiddenFields method="DELETE" />
            <p className="small muted mb-4">{t("form.takeBackHint")}</p>
            <Button>{t("form.takeBack")}</Button>
          </form>
        )
      }
    >
      <p className="mb-4">{t("form.lede")}</p>
      {isChanged && <CurrentIssue values={values} />}
      <KnownIssueForm
        topic={topic}
        values={typed ?? values}
        errors={isChanged ? undefined : failure?.errors}
        announcements={announcements}
        isKnown={isKnown}
      />
    </FormPage>
  );
}
