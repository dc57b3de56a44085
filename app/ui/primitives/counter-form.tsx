import type { ReactNode } from "react";
import { HiddenFields } from "./hidden-fields";

export interface CounterFormProps {
  /** POST counts the reader in, POST with `_method=DELETE` counts them out. */
  action: string;
  isPressed: boolean;
  /** Where a browser without script lands afterwards, sent as `back`. The script stays where it is. */
  backTo?: string;
  children: ReactNode;
}

/**
 * A form that sets or unsets one mark of the reader. The script sends it in place with `Accept: application/json` and
 * expects `{ count, pressed, message? }`; on any other answer it falls back to sending the form whole.
 */
export function CounterForm({ action, isPressed, backTo, children }: CounterFormProps) {
  return (
    <form className="counter-form" method="post" action={action} data-enhance="count">
      <HiddenFields method={isPressed ? "DELETE" : undefined} values={{ back: backTo }} />
      {children}
    </form>
  );
}
