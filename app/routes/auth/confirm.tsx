import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { confirmNewAddress, findChangeSide } from "~/features/auth/changing-address.server";
import { confirmAddress, isConfirmation } from "~/features/auth/confirming-address.server";
import { visitor } from "~/features/auth/identifying.server";
import { pageMeta } from "~/features/site/page-meta";
import { NotFound } from "~/platform/errors";
import { isAnswered, markAnswered } from "~/platform/http/answered";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { FormPage } from "~/ui/layouts/form-page";
import { Button } from "~/ui/primitives/button";
import { ButtonLink } from "~/ui/primitives/button-link";
import { Notice } from "~/ui/primitives/notice";

export const meta: MetaFunction = (args) =>
  pageMeta(args, (locale) => ({ title: translator(locale, "auth")("confirm.title"), isIndexed: false }));

/** Only asks: mail programs open links by themselves, so nothing is confirmed before somebody presses the button. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await visitor(args);
  const token = args.params.token!;
  if (isAnswered(args)) return { side: "sign-up" as const };
  if (await isConfirmation(ctx, token)) return { side: "sign-up" as const };
  const side = await findChangeSide(ctx, token);
  if (!side) throw new NotFound("link-used-up");
  return { side };
}

export async function action(args: ActionFunctionArgs) {
  markAnswered(args);
  const ctx = await visitor(args);
  const token = args.params.token!;
  if (await isConfirmation(ctx, token)) {
    const outcome = await confirmAddress(ctx, token);
    return { said: outcome.ok ? ("done" as const) : outcome.reason };
  }
  const outcome = await confirmNewAddress(ctx, token);
  if (!outcome.ok && outcome.reason === "link-used-up") throw new NotFound("link-used-up");
  if (!outcome.ok) return { said: outcome.reason };
  return { said: outcome.isMoved ? ("moved" as const) : ("half" as const) };
}

export default function ConfirmPage() {
  const { side } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const t = useText("auth");
  if (sent)
    return (
      <FormPage title={t("confirm.title")}>
        <Notice tone={sent.said === "done" || sent.said === "moved" ? "done" : "active"}>
          {t(`confirm.said.${sent.said}`)}
        </Notice>
        <p>
          <ButtonLink href="/">{t("confirm.home")}</ButtonLink>
        </p>
      </FormPage>
    );
  return (
    <FormPage title={t("confirm.title")} lede={t(`confirm.lede.${side}`)}>
      <form method="post">
        <Button kind="primary" type="submit">
          {t(`confirm.submit.${side}`)}
        </Button>
      </form>
    </FormPage>
  );
}
