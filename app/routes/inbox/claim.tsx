import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireMember } from "~/features/auth/identifying.server";
import { claimTopic, releaseTopic } from "~/features/inbox/claiming.server";
import { WhoAnswers } from "~/features/inbox/components/who-answers";
import { listTeam, readHandling } from "~/features/inbox/handling.server";
import { ClaimSchema } from "~/features/inbox/input";
import { pageMeta } from "~/features/site/page-meta";
import { topicNumberIn } from "~/features/topics/addressed";
import { getTopicAddress } from "~/features/topics/finding.server";
import { langOf } from "~/features/topics/language";
import { topicPath } from "~/features/topics/paths";
import { safePath, seeOther } from "~/platform/http/answer.server";
import { parseForm } from "~/platform/http/parse-form";
import { readForm } from "~/platform/http/read-form.server";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { Page } from "~/ui/layouts/page";
import { PageHead } from "~/ui/layouts/page-head";
import { Breadcrumb } from "~/ui/primitives/breadcrumb";
import { Notice } from "~/ui/primitives/notice";

/** Who answers it, on a page of its own: where whoever was slower learns who was faster. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireMember(args);
  const { id, number, slug, title, language } = await getTopicAddress(ctx, topicNumberIn(args));
  const [handling, team] = await Promise.all([readHandling(ctx, { topicId: id }), listTeam(ctx)]);
  return { number, slug, title, language, handling, team, readerId: ctx.actor.id, now: ctx.clock.now() };
}

/** POST claims, or takes over the claim the form was shown with; DELETE gives it back. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireMember(args);
  const number = topicNumberIn(args);
  const { method, values } = await readForm(args.request);
  const back = (slug: string) => safePath(values.back, topicPath({ number, slug }));
  if (method === "DELETE") return seeOther(back((await releaseTopic(ctx, { number })).slug));
  const parsed = parseForm(ClaimSchema, values);
  const outcome = await claimTopic(ctx, { number, from: parsed.ok ? parsed.value.from : undefined });
  if (outcome.ok) return seeOther(back(outcome.slug));
  return data({ back: back("") }, { status: 409 });
}

export const meta: MetaFunction = (args) =>
  pageMeta(args, (locale) => ({ title: translator(locale, "inbox")("claim.title"), isIndexed: false }));

export default function ClaimRoute() {
  const { number, slug, title, language, handling, team, readerId, now } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() as { back: string } | undefined;
  const t = useText("inbox");
  const { claim } = handling;
  return (
    <Page>
      <div className="measure">
        <Breadcrumb items={[{ href: topicPath({ number, slug }), label: title, lang: langOf(language) }]} />
        <PageHead title={t("claim.title")} />
        {refused && (
          <Notice tone="active" icon="alert">
            {claim ? t("claim.refused", { name: claim.by.displayName }) : t("claim.refusedGone")}
          </Notice>
        )}
        <div className="mt-4">
          <WhoAnswers
            {...{ number, handling, team, readerId, now }}
            back={refused?.back ?? topicPath({ number, slug })}
          />
        </div>
      </div>
    </Page>
  );
}
