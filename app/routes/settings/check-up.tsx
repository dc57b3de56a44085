import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CheckUp } from "~/features/auth/components/check-up";
import { listIdentities } from "~/features/auth/external/identities.server";
import { identityOf, requireMember } from "~/features/auth/identifying.server";
import { readProtection } from "~/features/auth/protection.server";
import { listSessions } from "~/features/auth/sessions.server";
import { getAddressState } from "~/features/mailing/address-state.server";
import { getMailCode } from "~/features/mailing/mail-codes.server";
import { settingsLinks } from "~/features/members/settings-links";
import { pageMeta } from "~/features/site/page-meta";
import { useSite } from "~/features/site/root-data";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { PageHead } from "~/ui/layouts/page-head";
import { SettingsLayout } from "~/ui/layouts/settings-layout";

export const meta: MetaFunction = (args) =>
  pageMeta(args, (locale) => ({ title: translator(locale, "auth")("checkUp.title"), isIndexed: false }));

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireMember(args);
  const { sessionId } = await identityOf(args);
  const [protection, sessions, code, address, identities] = await Promise.all([
    readProtection(ctx),
    listSessions(ctx, sessionId ?? ""),
    getMailCode(ctx),
    getAddressState(ctx),
    listIdentities(ctx),
  ]);
  return {
    ...{ protection, sessions: sessions.length },
    identities: identities.length > 0 || ctx.config.oidc || ctx.config.ssoSecret ? identities.length : null,
    ...{ hasMailCode: code !== null, isMailReturned: address.is === "bounced" },
  };
}

export default function CheckUpPage() {
  const found = useLoaderData<typeof loader>();
  const members = useText("members");
  const t = useText("auth");
  const { signIn } = useSite();
  return (
    <SettingsLayout label={members("settings.label")} links={settingsLinks(members, "security")}>
      <PageHead title={t("checkUp.title")} lede={t("checkUp.lede")} />
      <CheckUp {...found} offersPasskeys={signIn.passkeys} />
    </SettingsLayout>
  );
}
