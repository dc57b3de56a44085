import { useText } from "~/platform/i18n/use-text";
import { SideSection } from "~/ui/patterns/side-section";

/** Beside the form: what an entry is for. */
export function WritingAdvice() {
  const t = useText("changelog");
  return (
    <SideSection title={t("advice.title")}>
      <div className="stack small muted" data-gap="3">
        <p>{t("advice.reader")}</p>
        <p>{t("advice.money")}</p>
        <p>{t("advice.asked")}</p>
      </div>
    </SideSection>
  );
}
