import type { ReactNode } from "react";
import { useText } from "~/platform/i18n/use-text";
import { Button } from "../primitives/button";
import { Icon } from "../primitives/icon";
import type { IconName } from "../primitives/icon-names";

export interface BigSearchProps {
  action: string;
  /** Spoken; the placeholder shows an example. */
  label: string;
  placeholder?: string;
  submit: string;
  name?: string;
  value?: string;
  icon?: IconName;
  /** Source of suggestions, as in the header's box. */
  suggestPath?: string;
  id?: string;
  /** `HiddenFields` for what a new question keeps of the old one. */
  children?: ReactNode;
}

/** The one question a page asks. */
export function BigSearch(props: BigSearchProps) {
  const {
    action,
    label,
    placeholder,
    submit,
    name = "q",
    value,
    icon = "search",
    suggestPath,
    id = "q",
    children,
  } = props;
  const t = useText("common");
  return (
    <form
      className="big-search"
      role="search"
      action={action}
      data-suggest={suggestPath}
      data-suggest-label={t("search.suggestions")}
    >
      <Icon name={icon} />
      <label className="sr-only" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        type="search"
        name={name}
        placeholder={placeholder}
        defaultValue={value}
        autoComplete="off"
        data-search-key={suggestPath ? "" : undefined}
      />
      {children}
      <Button kind="primary" size="l">
        {submit}
      </Button>
    </form>
  );
}
