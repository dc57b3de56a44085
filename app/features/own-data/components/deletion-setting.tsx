import { useText } from "~/platform/i18n/use-text";
import { Setting } from "~/ui/patterns/setting";
import { ButtonLink } from "~/ui/primitives/button-link";
import { deletionPath } from "../paths";

export function DeletionSetting() {
  const t = useText("ownData");
  return (
    <Setting id="deletion" title={t("deletion.title")} about={t("deletion.about")}>
      <div className="stack measure" data-gap="3">
        <p className="small muted">{t("deletion.what")}</p>
        <p>
          <ButtonLink kind="danger" href={deletionPath}>
            {t("deletion.open")}
          </ButtonLink>
        </p>
      </div>
    </Setting>
  );
}
