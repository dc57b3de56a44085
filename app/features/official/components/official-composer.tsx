import { useText } from "~/platform/i18n/use-text";
import { Icon } from "~/ui/primitives/icon";
import { OfficialForm, type OfficialFormProps } from "./official-form";

export interface OfficialComposerProps extends OfficialFormProps {
  /** Who would be signing. */
  signer: { displayName: string };
}

/** The switch beside the reply box by which staff speak for the team instead of as a person. Works without script. */
export function OfficialComposer({ signer, ...form }: OfficialComposerProps) {
  const t = useText("official");
  return (
    <details className="mt-6" id="compose-official" open={Boolean(form.draft?.found)}>
      <summary className="btn" data-kind="official">
        <Icon name="seal" />
        {t("compose.open")}
      </summary>
      <section className="mt-4" aria-label={t("compose.title")}>
        <p className="mb-4">
          <b>{t("compose.asWho", { name: signer.displayName })}.</b> {t("compose.lede")}
        </p>
        <OfficialForm {...form} />
      </section>
    </details>
  );
}
