import { useText } from "~/platform/i18n/use-text";
import { Verdict } from "./verdict";

export interface UnverifiedReferenceProps {
  /** "mistyped" when its check digits are wrong, "unknown" when it was never given, "not-public" when it may not be shown. */
  state: "mistyped" | "unknown" | "not-public";
  typed: string;
}

export function UnverifiedReference({ state, typed }: UnverifiedReferenceProps) {
  const t = useText("official");
  if (state === "not-public") {
    return (
      <Verdict state="unknown" title={t("verify.notPublic")} subject={typed}>
        <p>{t("verify.notPublicText")}</p>
      </Verdict>
    );
  }
  if (state === "mistyped") {
    return (
      <Verdict state="unknown" title={t("verify.mistyped")} subject={typed}>
        <p>{t("verify.mistypedText")}</p>
      </Verdict>
    );
  }
  return (
    <Verdict state="fake" title={t("verify.unknown")} subject={typed}>
      <p>{t("verify.unknownText")}</p>
      <ul>
        <li>{t("verify.warnings.money")}</li>
        <li>{t("verify.warnings.secrets")}</li>
        <li>{t("verify.warnings.search")}</li>
      </ul>
    </Verdict>
  );
}
