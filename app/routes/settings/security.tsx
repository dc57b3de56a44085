import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { changePassword } from "~/features/auth/changing-password.server";
import { AddressSetting } from "~/features/auth/components/address-setting";
import { IdentitySetting } from "~/features/auth/components/identity-setting";
import { PasskeySetting } from "~/features/auth/components/passkey-setting";
import { PasswordForm } from "~/features/auth/components/password-form";
import { SecondStepSetting } from "~/features/auth/components/second-step-setting";
import { SessionList } from "~/features/auth/components/session-list";
import { deviceNameOf } from "~/features/auth/device";
import { listIdentities } from "~/features/auth/external/identities.server";
import { identityOf, requireMember } from "~/features/auth/identifying.server";
import { ChangePasswordSchema } from "~/features/auth/input";
import { checkUpPath } from "~/features/auth/paths";
import { readProtection } from "~/features/auth/protection.server";
import { requireProof, waysToProve } from "~/features/auth/proving.server";
import { listSessions, signedInHeaders, visitOf } from "~/features/auth/sessions.server";
import { securitySettingsPath } from "~/features/members/paths";
import { settingsLinks } from "~/features/members/settings-links";
import { pageMeta } from "~/features/site/page-meta";
import { useSite } from "~/features/site/root-data";
import { formAgain, seeOther } from "~/platform/http/answer.server";
import type { FormFailure } from "~/platform/http/form-errors";
import { parseForm } from "~/platform/http/parse-form";
import { readForm } from "~/platform/http/read-form.server";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { PageHead } from "~/ui/layouts/page-head";
import { SettingsLayout } from "~/ui/layouts/settings-layout";
import { ButtonLink } from "~/ui/primitives/button-link";
import { Notice } from "~/ui/primitives/notice";

export const meta: MetaFunction = (args) =>
  pageMeta(args, (locale) => ({ title: translator(locale, "members")("security.title"), isIndexed: false }));

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireMember(args);
  const { sessionId } = await identityOf(args);
  const said = new URL(args.request.url).searchParams;
  const [sessions, protection, identities] = await Promise.all([
    listSessions(ctx, sessionId ?? ""),
    readProtection(ctx),
    listIdentities(ctx),
  ]);
  return {
    sessions,
    protection,
    identities,
    suggestedName: deviceNameOf(args.request.headers.get("user-agent")),
    addressSaid: oneOf(said.get("address"), ["asked", "invalid"]),
    passkeySaid: oneOf(said.get("passkey"), ["added", "refused", "last"]),
    elsewhereSaid: oneOf(said.get("elsewhere"), ["linked", "removed", "last"]),
    now: ctx.clock.now(),
    news: said.has("changed") ? ("changed" as const) : said.has("ended") ? ("ended" as const) : null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireMember(args);
  if (!(await waysToProve(ctx)).hasPassword) await requireProof(args);
  const { values } = await readForm(args.request);
  const parsed = parseForm(ChangePasswordSchema, values);
  if (!parsed.ok) return formAgain(parsed.errors, {});
  const visit = await visitOf(args);
  const changed = await changePassword(ctx, parsed.value, visit);
  if (!changed.ok) return formAgain(changed.errors, {});
  return seeOther(`${securitySettingsPath}?changed`, signedInHeaders(ctx, visit, changed.cookie));
}

function oneOf<Word extends string>(asked: string | null, words: readonly Word[]): Word | null {
  return words.find((word) => word === asked) ?? null;
}

export default function SecuritySettings() {
  const { sessions, protection, identities, now, news, ...said } = useLoaderData<typeof loader>();
  const failure = useActionData<FormFailure>();
  const t = useText("members");
  const auth = useText("auth");
  const { signIn } = useSite();
  return (
    <SettingsLayout label={t("settings.label")} links={settingsLinks(t, "security")}>
      <PageHead title={t("security.title")} lede={t("security.lede")} />
      {news && !failure && <Notice tone="done">{t(`security.${news}`)}</Notice>}
      <Notice icon="shield" action={<ButtonLink href={checkUpPath}>{auth("checkUp.open")}</ButtonLink>}>
        {auth("checkUp.lede")}
      </Notice>
      <PasskeySetting
        isOffered={signIn.passkeys}
        passkeys={protection.passkeys}
        suggestedName={said.suggestedName}
        said={said.passkeySaid}
        now={now}
      />
      <SecondStepSetting appSince={protection.appSince} codesLeft={protection.codesLeft} now={now} />
      <IdentitySetting
        identities={identities}
        provider={signIn.provider}
        said={said.elsewhereSaid}
        now={now}
      />
      <PasswordForm hasPassword={protection.hasPassword} errors={failure?.errors} />
      <AddressSetting
        email={protection.email}
        isConfirmed={protection.isConfirmed}
        pending={protection.pending}
        said={said.addressSaid}
      />
      <SessionList sessions={sessions} now={now} />
    </SettingsLayout>
  );
}
