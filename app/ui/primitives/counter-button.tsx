import { useLocale } from "~/platform/i18n/use-text";
import { type ButtonKind, buttonMarks } from "./button";
import { CounterForm } from "./counter-form";
import { Icon } from "./icon";
import type { IconName } from "./icon-names";
import { writeCount } from "./number";

export interface CounterButtonProps {
  action: string;
  isPressed: boolean;
  icon: IconName;
  /** The words on the button in both states. */
  labels: { press: string; release: string };
  /** Left out where the number stands elsewhere; zero is not shown. */
  count?: number;
  kind?: ButtonKind;
  backTo?: string;
}

/** A mark with words: "Helpful 58", "You are affected". */
export function CounterButton({ action, isPressed, icon, labels, count, kind, backTo }: CounterButtonProps) {
  const locale = useLocale();
  return (
    <CounterForm action={action} isPressed={isPressed} backTo={backTo}>
      <button
        className="btn"
        data-key="v"
        {...buttonMarks({ kind })}
        aria-pressed={isPressed}
        data-press={labels.press}
        data-release={labels.release}
      >
        <Icon name={icon} />
        <span data-label>{isPressed ? labels.release : labels.press}</span>
        {count !== undefined && (
          <span data-count data-hide-zero>
            {count > 0 ? writeCount(locale, count) : ""}
          </span>
        )}
      </button>
    </CounterForm>
  );
}
