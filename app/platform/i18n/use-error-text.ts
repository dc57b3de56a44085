import type { FormError } from "~/platform/http/form-errors";
import { useLocale } from "./use-text";
import { translator } from "./translator";

/** Turns why a field was refused into a sentence in the language of the page; null when there is nothing to say. */
export function useErrorText(): (error: FormError | null | undefined) => string | null {
  const locale = useLocale();
  return (error) => (error ? errorText(locale, error) : null);
}

export function errorText(locale: Parameters<typeof translator>[0], { id, values }: FormError): string {
  const t = translator(locale, "errors");
  type Id = Parameters<typeof t>[0];
  return t.has(id as Id) ? t(id as Id, values as never) : t("invalid");
}
