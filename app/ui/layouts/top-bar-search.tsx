import { useText } from "~/platform/i18n/use-text";
import { Icon } from "../primitives/icon";

export interface SearchBox {
  action: string;
  /** Answers `{ items: [{ url, title, kind, label }] }` for `?q=`. */
  suggestPath?: string;
  query?: string;
  /** On pages that have a search of their own. */
  isHidden?: boolean;
}

export function TopBarSearch({ action, suggestPath, query }: SearchBox) {
  const t = useText("common");
  return (
    <form
      className="topbar-search"
      role="search"
      action={action}
      data-suggest={suggestPath}
      data-suggest-label={t("search.suggestions")}
    >
      <Icon name="search" />
      <label className="sr-only" htmlFor="q-top">
        {t("search.label")}
      </label>
      <input
        id="q-top"
        type="search"
        name="q"
        placeholder={t("search.placeholder")}
        defaultValue={query}
        autoComplete="off"
        data-search-key
        aria-keyshortcuts="/"
      />
      <kbd aria-hidden="true" title={t("search.shortcut")}>
        /
      </kbd>
    </form>
  );
}
