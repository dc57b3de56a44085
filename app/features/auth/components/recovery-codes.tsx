import { useText } from "~/platform/i18n/use-text";
import { Notice } from "~/ui/primitives/notice";
import { securitySettingsPath } from "~/features/members/paths";
import { ButtonLink } from "~/ui/primitives/button-link";

/** The codes, this once: they are kept here as hashes only. */
export function RecoveryCodes({ codes, siteName }: { codes: string[]; siteName: string }) {
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
        <ButtonLink kind="primary" href={securitySettingsPath}>
          {t("codes.kept")}
        </ButtonLink>
      </p>
    </section>
  );
}
