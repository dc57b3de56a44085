import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { SuspensionFacts } from "~/features/auth/components/suspension-facts";
import { SuspensionForm } from "~/features/auth/components/suspension-form";
import { requireMember } from "~/features/auth/identifying.server";
import { suspensionPath, suspensionsPath } from "~/features/auth/paths";
import { requireProof } from "~/features/auth/proving.server";
import { liftSuspension, suspendMember } from "~/features/auth/suspending.server";
import { maySuspend } from "~/features/auth/suspension";
import { SuspensionSchema } from "~/features/auth/suspension-input";
import { findSuspension } from "~/features/auth/suspensions.server";
import { memberPath } from "~/features/members/paths";
import { getMember } from "~/features/members/reading.server";
import { pageMeta } from "~/features/site/page-meta";
import { countHiddenPosts } from "~/features/topics/hiding-all.server";
import { Forbidden } from "~/platform/errors";
import { formAgain, seeOther } from "~/platform/http/answer.server";
import { type FormFailure, formError } from "~/platform/http/form-errors";
import { parseForm } from "~/platform/http/parse-form";
import { readForm } from "~/platform/http/read-form.server";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { FormPage } from "~/ui/layouts/form-page";
import { Button } from "~/ui/primitives/button";
import { ButtonLink } from "~/ui/primitives/button-link";
import { Checkbox } from "~/ui/primitives/checkbox";
import { HiddenFields } from "~/ui/primitives/hidden-fields";
import { Notice } from "~/ui/primitives/notice";

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (locale) => ({
    title: translator(locale, "suspensions")("title", { name: args.data?.member.displayName ?? "" }),
    isIndexed: false,
  }));

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireMember(args);
  const member = await getMember(ctx, args.params.name!);
  if (!maySuspend(ctx.actor, member) || member.origin !== "account") throw new Forbidden("member.suspend");
  const [suspension, posts] = await Promise.all([
    member.isSuspended ? findSuspension(ctx, member.id) : null,
    countHiddenPosts(ctx, member.id),
  ]);
  const { name, displayName, isSuspended } = member;
  return { member: { name, displayName, isSuspended }, suspension, posts, now: ctx.clock.now() };
}

/** POST suspends, DELETE lifts. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireProof(args);
  const name = args.params.name!;
  const { method, values } = await readForm(args.request);
  if (method === "DELETE") {
    await liftSuspension(ctx, { name, showsPosts: Boolean(values.showPosts) });
    return seeOther(memberPath({ name }));
  }
  const parsed = parseForm(SuspensionSchema, values);
  if (!parsed.ok) return formAgain(parsed.errors, values);
  const { hidePosts: hidesPosts, ...input } = parsed.value;
  const outcome = await suspendMember(ctx, { ...input, name, hidesPosts });
  if (!outcome.ok) return formAgain(formError(outcome.reason), values, { status: 409 });
  return seeOther(suspensionPath({ name }));
}

export default function SuspensionPage() {
  const { member, suspension, posts, now } = useLoaderData<typeof loader>();
  const failure = useActionData<FormFailure>();
  const t = useText("suspensions");
  const name = member.displayName;
  if (!member.isSuspended)
    return (
      <FormPage title={t("title", { name })} lede={t("lede")}>
        {posts.hidden > 0 && (
          <Notice
            icon="eye-off"
            action={
              <form method="post">
                <HiddenFields method="DELETE" values={{ showPosts: "on" }} />
                <Button>{t("show", { count: posts.hidden })}</Button>
              </form>
            }
          >
            {t("left", { count: posts.hidden })}
          </Notice>
        )}
        <SuspensionForm
          posts={posts.shown}
          values={failure?.values}
          errors={failure?.errors}
          cancelHref={memberPath(member)}
        />
      </FormPage>
    );
  return (
    <FormPage title={t("standing", { name })}>
      <div className="stack" data-gap="4">
        {suspension && <SuspensionFacts suspension={suspension} now={now} />}
        {posts.hidden > 0 && <Notice icon="eye-off">{t("progress", posts)}</Notice>}
        <form method="post" className="stack" data-gap="4">
          <HiddenFields method="DELETE" />
          {posts.hidden > 0 && (
            <Checkbox name="showPosts" label={t("lift.showPosts", { count: posts.hidden })} defaultChecked />
          )}
          <div className="cluster">
            <Button kind="primary">{t("lift.submit")}</Button>
            <ButtonLink href={suspensionsPath()}>{t("list.title")}</ButtonLink>
          </div>
        </form>
      </div>
    </FormPage>
  );
}
