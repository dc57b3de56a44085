import { useText } from "~/platform/i18n/use-text";
import { type Theme, themes } from "./theme";

export interface ThemeSwitchProps {
  /** Takes a POST of `theme` and `backTo`, keeps the choice in the cookie named by `themeCookie`. */
  action: string;
  theme: Theme;
  backTo: string;
}

/** Three buttons of one form, so the choice works and is kept without script. */
export function ThemeSwitch({ action, theme, backTo }: ThemeSwitchProps) {
  const t = useText("common");
  return (
    <form className="theme-switch" method="post" action={action} data-theme-switch>
      <input type="hidden" name="backTo" value={backTo} />
      <fieldset>
        <legend className="sr-only">{t("theme.legend")}</legend>
        {themes.map((each) => (
          <button key={each} name="theme" value={each} aria-pressed={each === theme}>
            {t(`theme.${each}`)}
          </button>
        ))}
      </fieldset>
    </form>
  );
}
