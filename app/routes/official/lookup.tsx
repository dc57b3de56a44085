import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { feedLinks } from "~/features/feeds/feed-links";
import { ReferenceForm } from "~/features/official/components/reference-form";
import { promisesPath, verifyPath } from "~/features/official/paths";
import { readReference } from "~/features/official/reference";
import { pageMeta } from "~/features/site/page-meta";
import { rootDataOf } from "~/features/site/root-data";
import { seeOther } from "~/platform/http/answer.server";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { cleanLine } from "~/platform/text/clean-text";
import { FormPage } from "~/ui/layouts/form-page";
import { MoreLink } from "~/ui/primitives/more-link";

const longestShown = 40;

export function loader({ request }: LoaderFunctionArgs) {
  const typed = new URL(request.url).searchParams.get("reference")?.trim() ?? "";
  // Cleaned after cutting, which can leave half a character, and half a character has no place in an address.
  const reference = readReference(typed) ?? cleanLine(typed.slice(0, longestShown));
  return reference ? seeOther(verifyPath(reference)) : null;
}

export const meta: MetaFunction = (args) => {
  const { locale } = rootDataOf(args.matches);
  const t = translator(locale, "official");
  const words = { title: t("verify.title"), description: t("verify.lede") };
  const feed = translator(locale, "feeds")("titles.official");
  return [...pageMeta(args, () => words), ...feedLinks({ kind: "official" }, feed)];
};

export default function Lookup() {
  const t = useText("official");
  return (
    <FormPage title={t("verify.title")} lede={t("verify.lede")}>
      <ReferenceForm />
      <MoreLink href={promisesPath()}>{t("promise.list.link")}</MoreLink>
    </FormPage>
  );
}
