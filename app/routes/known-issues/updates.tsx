import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireMember } from "~/features/auth/identifying.server";
import { UpdateForm } from "~/features/known-issues/components/update-form";
import { getKnownIssueDraft } from "~/features/known-issues/draft.server";
import { UpdateSchema } from "~/features/known-issues/input";
import { knownIssuePath } from "~/features/known-issues/paths";
import { postUpdate } from "~/features/known-issues/updating.server";
import { pageMeta } from "~/features/site/page-meta";
import { topicNumberIn } from "~/features/topics/addressed";
import { langOf } from "~/features/topics/language";
import { formAgain, seeOther } from "~/platform/http/answer.server";
import { type FormFailure, formError } from "~/platform/http/form-errors";
import { parseForm } from "~/platform/http/parse-form";
import { readForm } from "~/platform/http/read-form.server";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { FormPage } from "~/ui/layouts/form-page";
import { ButtonLink } from "~/ui/primitives/button-link";
import { Notice } from "~/ui/primitives/notice";
import { TextLink } from "~/ui/primitives/text-link";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireMember(args);
  const { topic, values, isKnown } = await getKnownIssueDraft(ctx, topicNumberIn(args));
  const { number, slug, title, language } = topic;
  return {
    topic: { number, slug, title, language },
    values: { state: values.state ?? "", "next-update": "" },
    isKnown,
    submission: randomUUID(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireMember(args);
  const number = topicNumberIn(args);
  const { values } = await readForm(args.request);
  const parsed = parseForm(UpdateSchema, values);
  if (!parsed.ok) return formAgain(parsed.errors, values);
  const outcome = await postUpdate(ctx, { number, ...parsed.value });
  if (!outcome.ok) return formAgain(formError("known-issue-none"), values, { status: 409 });
  return seeOther(outcome.location);
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (locale) => ({
    title: translator(locale, "knownIssues")("update.pageTitle", {
      number: String(args.data?.topic.number ?? ""),
    }),
    isIndexed: false,
  }));

export default function TellUpdate() {
  const { topic, values, isKnown, submission } = useLoaderData<typeof loader>();
  const failure = useActionData<FormFailure>();
  const t = useText("knownIssues");
  return (
    <FormPage
      title={t("update.title")}
      lede={<span lang={langOf(topic.language)}>{topic.title}</span>}
      after={<TextLink href={knownIssuePath(topic.number)}>{t("update.instead")}</TextLink>}
    >
      <p className="mb-4">{t("update.lede")}</p>
      {!isKnown && (
        <div className="mb-4">
          <Notice
            tone="active"
            action={<ButtonLink href={knownIssuePath(topic.number)}>{t("form.declare")}</ButtonLink>}
          >
            {t("update.notKnown")}
          </Notice>
        </div>
      )}
      <UpdateForm
        topic={topic}
        values={failure?.values ?? values}
        errors={failure?.errors}
        submission={failure?.values.submission ?? submission}
      />
    </FormPage>
  );
}
