import { useText } from "~/platform/i18n/use-text";
import { Setting } from "~/ui/patterns/setting";
import { Button } from "~/ui/primitives/button";
import { HiddenFields } from "~/ui/primitives/hidden-fields";
import { shortcutsSettingPath } from "../paths";

/** Whether single keys do anything in this browser, and the way to change it (WCAG 2.1.4). */
export function ShortcutSwitch({ isOn }: { isOn: boolean }) {
  const t = useText("keyboard");
  return (
    <Setting id="single-keys" title={t("choice.title")} about={t("choice.about")}>
      <form className="cluster" method="post" action={shortcutsSettingPath}>
        <HiddenFields values={{ keys: isOn ? "off" : "on" }} />
        <p role="status">{isOn ? t("choice.on") : t("choice.off")}</p>
        <Button>{isOn ? t("choice.switchOff") : t("choice.switchOn")}</Button>
      </form>
    </Setting>
  );
}
