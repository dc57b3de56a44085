import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireMember } from "~/features/auth/identifying.server";
import { appeal } from "~/features/moderation/appealing.server";
import { AppealForm } from "~/features/moderation/components/appeal-form";
import { OwnDecisionView } from "~/features/moderation/components/own-decision-view";
import { AppealSchema } from "~/features/moderation/input";
import { getOwnDecision } from "~/features/moderation/own-decision.server";
import { appealPath } from "~/features/moderation/paths";
import { pageMeta } from "~/features/site/page-meta";
import { replyIdIn } from "~/features/topics/addressed";
import { formAgain, seeOther } from "~/platform/http/answer.server";
import { type FormFailure, formError } from "~/platform/http/form-errors";
import { parseForm } from "~/platform/http/parse-form";
import { readForm } from "~/platform/http/read-form.server";
import { translator } from "~/platform/i18n/translator";
import { useErrorText } from "~/platform/i18n/use-error-text";
import { useText } from "~/platform/i18n/use-text";
import { FormPage } from "~/ui/layouts/form-page";
import { Notice } from "~/ui/primitives/notice";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireMember(args);
  return { decision: await getOwnDecision(ctx, replyIdIn(args)) };
}

/** POST appeals. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireMember(args);
  const decisionId = replyIdIn(args);
  const { values } = await readForm(args.request);
  // A stranger learns that it is not there, before anything about what was typed.
  await getOwnDecision(ctx, decisionId);
  const parsed = parseForm(AppealSchema, values);
  if (!parsed.ok) return formAgain(parsed.errors, values);
  const outcome = await appeal(ctx, { decisionId, text: parsed.value.text });
  if (!outcome.ok) return formAgain(formError(outcome.reason), values, { status: 409 });
  return seeOther(appealPath(decisionId));
}

export const meta: MetaFunction = (args) =>
  pageMeta(args, (locale) => ({
    title: translator(locale, "moderation")("appeals.title"),
    isIndexed: false,
  }));

export default function Appeal() {
  const { decision } = useLoaderData<typeof loader>();
  const failure = useActionData<FormFailure>();
  const t = useText("moderation");
  const say = useErrorText();
  return (
    <FormPage title={t("appeals.title")}>
      {failure && !decision.mayAppeal && <Notice tone="danger">{say(failure.errors.form)}</Notice>}
      <OwnDecisionView decision={decision} />
      {decision.mayAppeal && <AppealForm action={appealPath(decision.id)} failure={failure} />}
    </FormPage>
  );
}
