import { useText } from "~/platform/i18n/use-text";
import { Notice } from "~/ui/primitives/notice";
import { securitySettingsPath } from "~/features/members/paths";
import type { KeptForm } from "~/platform/http/kept-form";
import { ButtonLink } from "~/ui/primitives/button-link";
import { KeptText } from "./kept-text";
import { ResumeForm } from "./resume-form";

export interface RecoveryCodesProps {
  codes: string[];
  siteName: string;
  /** Where it goes on afterwards. */
  next?: string;
  /** What was sent before there was an account, and is sent on from here. */
  kept?: KeptForm | null;
}

/** The codes, this once: they are kept here as hashes only. */
export function RecoveryCodes({ codes, siteName, next = securitySettingsPath, kept }: RecoveryCodesProps) {
  const t = useText("auth");
  const text = [t("codes.file", { site: siteName }), "", ...codes, ""].join("\r\n");
  return (
    <section className="stack" aria-labelledby="codes">
      <h2 id="codes">{t("codes.title")}</h2>
      <Notice tone="active">{t("codes.once")}</Notice>
      <ul className="mono code-sheet">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <p className="cluster">
        <ButtonLink
          icon="download"
          download="recovery-codes.txt"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
        >
          {t("codes.download")}
        </ButtonLink>
        {!kept && (
          <ButtonLink kind="primary" href={next}>
            {t("codes.kept")}
          </ButtonLink>
        )}
      </p>
      {kept && (
        <>
          <ResumeForm form={kept} label={t("codes.keptAndSend")} />
          <KeptText form={kept} />
        </>
      )}
    </section>
  );
}
