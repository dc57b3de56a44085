import { useLocale } from "~/platform/i18n/use-text";
import { CounterForm } from "./counter-form";
import { Icon } from "./icon";
import { writeCount } from "./number";

export interface CounterKeyProps {
  action: string;
  count: number;
  isPressed: boolean;
  /** What pressing does, and what pressing again does. The number is read after it. */
  labels: { press: string; release: string };
  size?: "s" | "m";
  backTo?: string;
}

/** A key that stands up until it is pressed and then stays down, with the number on it. */
export function CounterKey({ action, count, isPressed, labels, size = "m", backTo }: CounterKeyProps) {
  const locale = useLocale();
  return (
    <CounterForm action={action} isPressed={isPressed} backTo={backTo}>
      <button
        className="vote"
        data-key="v"
        data-size={size === "s" ? "s" : undefined}
        aria-pressed={isPressed}
        data-press={labels.press}
        data-release={labels.release}
      >
        <Icon name="up" />
        <span className="sr-only" data-label>
          {isPressed ? labels.release : labels.press}
        </span>{" "}
        <span data-count>{writeCount(locale, count)}</span>
      </button>
    </CounterForm>
  );
}
