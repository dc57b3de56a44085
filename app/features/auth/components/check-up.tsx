import type { ReactNode } from "react";
import { useText } from "~/platform/i18n/use-text";
import { securitySettingsPath } from "~/features/members/paths";
import { Setting } from "~/ui/patterns/setting";
import { Icon } from "~/ui/primitives/icon";
import { TextLink } from "~/ui/primitives/text-link";
import type { Protection } from "../protection.server";

const fewCodes = 3;

export interface CheckUpProps {
  protection: Protection;
  /** Where the member is signed in now. */
  sessions: number;
}

/** What guards the account and what is missing, and then the things no website can do for a wallet. */
export function CheckUp({ protection, sessions }: CheckUpProps) {
  const t = useText("auth");
  const { isConfirmed, hasPassword, appSince, passkeys, codesLeft } = protection;
  const hasSecondStep = appSince !== null || passkeys.length > 0;
  return (
    <>
      <Setting id="account-side" title={t("checkUp.account.title")} about={t("checkUp.account.text")}>
        <ul className="checks">
          <Check isOk={passkeys.length > 0} to="#passkeys" name="passkey" />
          <Check isOk={hasSecondStep} to="#second-step" name="secondStep" />
          {hasSecondStep && <Check isOk={(codesLeft ?? 0) > fewCodes} to="#second-step" name="codes" />}
          <Check isOk={isConfirmed} to="#address" name="address" />
          {hasPassword && <Check isOk={null} to="#password" name="password" />}
          <Check isOk={sessions === 1 ? true : null} to="#sessions" name="sessions">
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

type CheckName = "passkey" | "secondStep" | "codes" | "address" | "password" | "sessions";

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
        <b>{children ?? t(`checkUp.${name}.${state}` as "checkUp.passkey.ok")}</b>
      </span>
      <TextLink href={`${securitySettingsPath}${to}`}>{t(`checkUp.${isOk ? "view" : "mend"}`)}</TextLink>
    </li>
  );
}
