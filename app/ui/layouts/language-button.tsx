import { Icon } from "../primitives/icon";
import type { IconName } from "../primitives/icon-names";

export interface LanguageChoice {
  /** Takes a POST of `locale` and `backTo`. */
  action: string;
  backTo: string;
  /** The language's own name, in itself. */
  label: string;
  lang: string;
}

/** A button that reads as a link: choosing a language is kept, so it is a form and not an address. */
export function LanguageButton({ action, backTo, label, lang, icon }: LanguageChoice & { icon?: IconName }) {
  return (
    <form className="lang-form" method="post" action={action}>
      <input type="hidden" name="backTo" value={backTo} />
      <button className="lang" name="locale" value={lang} lang={lang}>
        {icon && <Icon name={icon} />}
        {label}
      </button>
    </form>
  );
}
