import { useText } from "~/platform/i18n/use-text";
import { Icon } from "./icon";

export interface FormErrorSummaryProps {
  /** What is wrong with which control, in the order of the form. */
  errors: readonly { controlId: string; message: string }[];
  /** What is wrong with the whole, when no control is to blame. */
  message?: string | null;
}

/** First thing in a form that came back. The page opens with the focus here, so nobody has to look for it. */
export function FormErrorSummary({ errors, message }: FormErrorSummaryProps) {
  const t = useText("common");
  if (errors.length === 0 && !message) return null;
  return (
    <div className="notice" data-tone="danger" role="alert" tabIndex={-1} data-focus>
      <Icon name="alert" />
      <div>
        <b>{message ?? t("form.errors", { count: errors.length })}</b>
        {errors.length > 0 && (
          <ul>
            {errors.map((error) => (
              <li key={error.controlId}>
                <a href={`#${error.controlId}`}>{error.message}</a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
