import type { MetaFunction } from "@remix-run/node";
import { pageMeta } from "~/features/site/page-meta";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { FormPage } from "~/ui/layouts/form-page";
import { ButtonLink } from "~/ui/primitives/button-link";

export const meta: MetaFunction = (args) =>
  pageMeta(args, (locale) => ({ title: translator(locale, "auth")("goodbye.title"), isIndexed: false }));

/** What becomes of an account that was just closed, and how to stop it. */
export default function GoodbyePage() {
  const t = useText("auth");
  return (
    <FormPage title={t("goodbye.title")} lede={t("goodbye.lede")}>
      <p>{t("goodbye.back")}</p>
      <p>
        <ButtonLink href="/">{t("goodbye.home")}</ButtonLink>
      </p>
    </FormPage>
  );
}
