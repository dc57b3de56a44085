import type { ReactNode } from "react";
import { useText } from "~/platform/i18n/use-text";
import { securitySettingsPath } from "~/features/members/paths";
import { Setting } from "~/ui/patterns/setting";
import { Notice } from "~/ui/primitives/notice";
import { Icon } from "~/ui/primitives/icon";
import { TextLink } from "~/ui/primitives/text-link";
import type { Protection } from "../protection.server";

const fewCodes = 3;

export interface CheckUpProps {
  protection: Protection;
  /** Whether browsers keep passkeys for the address of this site: what nobody can have is not missing. */
  offersPasskeys: boolean;
  /** Where the member is signed in now. */
  sessions: number;
  /** Whether mails of ours carry a sign of their own. */
  hasMailCode: boolean;
  /** Accounts elsewhere that open this one; null where the site has never taken anybody's word. */
  identities: number | null;
  /** The address sent mail back, and gets none. */
  isMailReturned: boolean;
}

/** What guards the account and what is missing, and then the things no website can do for a wallet. */
export function CheckUp(props: CheckUpProps) {
  const { protection, offersPasskeys, sessions, identities, hasMailCode, isMailReturned } = props;
  const t = useText("auth");
  const { isConfirmed, hasPassword, appSince, passkeys, codesLeft } = protection;
  const hasSecondStep = appSince !== null || passkeys.length > 0;
  const hasCodes = !hasSecondStep || (codesLeft ?? 0) > fewCodes;
  const missing = [
    passkeys.length > 0 || !offersPasskeys,
    hasSecondStep,
    hasCodes,
    isConfirmed,
    !isMailReturned,
    hasMailCode,
  ].filter((isOk) => !isOk).length;
  return (
    <>
      <div className="mb-4">
        <Verdict missing={missing} />
      </div>
      <Setting id="account-side" title={t("checkUp.account.title")} about={t("checkUp.account.text")}>
        <ul className="checks">
          {(passkeys.length > 0 || offersPasskeys) && (
            <Check isOk={passkeys.length > 0} to={`${securitySettingsPath}#passkeys`} name="passkey" />
          )}
          <Check isOk={hasSecondStep} to={`${securitySettingsPath}#second-step`} name="secondStep" />
          {hasSecondStep && (
            <Check
              isOk={(codesLeft ?? 0) > fewCodes}
              to={`${securitySettingsPath}#second-step`}
              name="codes"
            />
          )}
          <Check isOk={isConfirmed} to={`${securitySettingsPath}#address`} name="address" />
          {isMailReturned && <Check isOk={false} to="/settings/notifications" name="mail" />}
          <Check isOk={hasMailCode} to="/settings/notifications#code" name="mailCode" />
          {identities !== null && (
            <Check
              isOk={identities === 0 ? true : null}
              to={`${securitySettingsPath}#elsewhere`}
              name="elsewhere"
            >
              {identities > 0 && t("checkUp.elsewhere.look", { count: identities })}
            </Check>
          )}
          {hasPassword && <Check isOk={null} to={`${securitySettingsPath}#password`} name="password" />}
          <Check isOk={sessions === 1 ? true : null} to={`${securitySettingsPath}#sessions`} name="sessions">
            {t("checkUp.sessions", { count: sessions })}
          </Check>
        </ul>
      </Setting>
      <Setting id="wallet-side" title={t("checkUp.wallet.title")} about={t("checkUp.wallet.text")}>
        <ul className="checks">
          {(["update", "phrase", "approvals", "contacts", "device"] as const).map((name) => (
            <li key={name}>
              <Icon name="shield" />
              <span>
                <b>{t(`checkUp.wallet.${name}.title`)}</b>
                <br />
                <small>{t(`checkUp.wallet.${name}.text`)}</small>
              </span>
            </li>
          ))}
        </ul>
      </Setting>
    </>
  );
}

/** The whole in a sentence, before the single things. */
function Verdict({ missing }: { missing: number }) {
  const t = useText("auth");
  return (
    <Notice tone={missing === 0 ? "done" : "active"} icon={missing === 0 ? undefined : "alert"}>
      {t.rich(missing === 0 ? "checkUp.good" : "checkUp.gaps", {
        count: missing,
        b: (words) => <b>{words}</b>,
      })}
    </Notice>
  );
}

type CheckName =
  | "passkey"
  | "secondStep"
  | "codes"
  | "address"
  | "mail"
  | "mailCode"
  | "elsewhere"
  | "password"
  | "sessions";

/** `isOk` null: nothing is wrong, and only its owner can tell whether it is right. */
function Check({
  isOk,
  name,
  to,
  children,
}: {
  isOk: boolean | null;
  name: CheckName;
  to: string;
  children?: ReactNode;
}) {
  const t = useText("auth");
  const state = isOk === null ? "look" : isOk ? "ok" : "missing";
  return (
    <li data-ok={isOk || undefined}>
      <Icon name={isOk ? "st-done" : isOk === null ? "info" : "alert"} />
      <span>
        <b>{children || t(`checkUp.${name}.${state}` as "checkUp.passkey.ok")}</b>
      </span>
      <TextLink href={to}>{t(`checkUp.${isOk ? "view" : "mend"}`)}</TextLink>
    </li>
  );
}
