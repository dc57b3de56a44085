import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { visitor } from "~/features/auth/identifying.server";
import { refusedSignIn } from "~/features/auth/refused-sign-in";
import { visitOf } from "~/features/auth/sessions.server";
import { changelogPath } from "~/features/changelog/paths";
import { pageMeta } from "~/features/site/page-meta";
import { SubscribeForm } from "~/features/subscriptions/components/subscribe-form";
import { SubscribeSchema } from "~/features/subscriptions/input";
import { subscribePath } from "~/features/subscriptions/paths";
import { askToSubscribe } from "~/features/subscriptions/subscribing.server";
import { formAgain, seeOther } from "~/platform/http/answer.server";
import type { FormFailure } from "~/platform/http/form-errors";
import { parseForm } from "~/platform/http/parse-form";
import { readForm } from "~/platform/http/read-form.server";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { FormPage } from "~/ui/layouts/form-page";
import { Notice } from "~/ui/primitives/notice";
import { TextLink } from "~/ui/primitives/text-link";

export { actionHeaders as headers } from "~/platform/http/action-headers";

export async function loader(args: LoaderFunctionArgs) {
  await visitor(args);
  return { isAsked: new URL(args.request.url).searchParams.has("asked") };
}

/** The answer is the same for every address: nobody learns here who is subscribed. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await visitor(args);
  const form = await readForm(args.request);
  const values = {
    email: (form.values.email ?? "").slice(0, 300),
    language: form.values.language ?? "",
    labels: form.all("label").join(" "),
  };
  const parsed = parseForm(SubscribeSchema, values);
  if (!parsed.ok) return formAgain(parsed.errors, values);
  const { network } = await visitOf(args);
  const { allowedAt } = await askToSubscribe(ctx, parsed.value, network);
  if (!allowedAt) return seeOther(`${subscribePath}?asked`);
  const { error, status, headers } = refusedSignIn({ reason: "sign-in-wait", allowedAt }, ctx.clock.now());
  return formAgain(error, values, { status, headers });
}

export const meta: MetaFunction = (args) =>
  pageMeta(args, (locale) => {
    const t = translator(locale, "subscriptions");
    return { title: t("title"), description: t("lede") };
  });

export default function Subscribe() {
  const { isAsked } = useLoaderData<typeof loader>();
  const again = useActionData<FormFailure>();
  const t = useText("subscriptions");
  const back = <TextLink href={changelogPath}>{t("back")}</TextLink>;
  if (isAsked && !again) {
    return (
      <FormPage title={t("title")} after={back}>
        <Notice tone="done" icon="mail">
          {t("asked")}
        </Notice>
      </FormPage>
    );
  }
  return (
    <FormPage title={t("title")} lede={t("lede")} after={back}>
      <SubscribeForm again={again} />
    </FormPage>
  );
}
