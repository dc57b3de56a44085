import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ShortcutSwitch } from "~/features/site/components/shortcut-switch";
import { keyGroups } from "~/features/site/key-groups";
import { pageMeta } from "~/features/site/page-meta";
import { readCookie } from "~/platform/http/cookies";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { Page } from "~/ui/layouts/page";
import { PageHead } from "~/ui/layouts/page-head";
import { shortcutsCookie } from "~/ui/layouts/shortcuts";
import { KeyList } from "~/ui/patterns/key-list";

export function loader({ request }: LoaderFunctionArgs) {
  return { isOn: readCookie(request, shortcutsCookie) !== "off" };
}

export const meta: MetaFunction = (args) =>
  pageMeta(args, (locale) => {
    const t = translator(locale, "keyboard");
    return { title: t("title"), description: t("lede") };
  });

export default function Keyboard() {
  const { isOn } = useLoaderData<typeof loader>();
  const t = useText("keyboard");
  return (
    <Page>
      <div className="measure">
        <PageHead title={t("title")} lede={t("lede")} />
        <KeyList groups={keyGroups(t)} />
        <p className="small muted mt-6 mb-6">
          {t("tab")} {t("script")}
        </p>
        <ShortcutSwitch isOn={isOn} />
      </div>
    </Page>
  );
}
