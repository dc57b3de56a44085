import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { adminLinks } from "~/features/admin/admin-links";
import { getKeptMail } from "~/features/admin/mails.server";
import { keptMailBodyPath } from "~/features/admin/paths";
import { requireMember } from "~/features/auth/identifying.server";
import { pageMeta } from "~/features/site/page-meta";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { PageHead } from "~/ui/layouts/page-head";
import { SettingsLayout } from "~/ui/layouts/settings-layout";
import { Disclosure } from "~/ui/primitives/disclosure";

export const meta: MetaFunction = (args) =>
  pageMeta(args, (locale) => ({ title: translator(locale, "admin")("mails.title"), isIndexed: false }));

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireMember(args);
  const { name, subject, to, text, headers } = await getKeptMail(ctx, args.params.name!);
  return { name, subject, to, text, headers };
}

export default function KeptMail() {
  const { name, subject, to, text, headers } = useLoaderData<typeof loader>();
  const t = useText("admin");
  return (
    <SettingsLayout label={t("label")} links={adminLinks(t, "mails")}>
      <PageHead title={subject} lede={t("mails.to", { address: to })} />
      {/* Without a right of its own: no script, no form, no way out of the frame but a new window. */}
      <iframe
        className="mail-frame"
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        src={keptMailBodyPath(name)}
        title={t("mails.frame")}
      />
      <Disclosure summary={t("mails.plain")}>
        <pre className="mail-source">{text}</pre>
      </Disclosure>
      <Disclosure summary={t("mails.headers")}>
        <pre className="mail-source">
          {headers.map(({ name: key, value }) => `${key}: ${value}`).join("\n")}
        </pre>
      </Disclosure>
    </SettingsLayout>
  );
}
