import { useText } from "~/platform/i18n/use-text";
import { isNameless } from "./nameless-name";

/** What a person is called, for whoever reads: who deleted their account is called so in the reader's language. */
export function useShownName(): (person: { name: string; displayName: string }) => string {
  const t = useText("members");
  return (person) => (isNameless(person) ? t("deletedMember") : person.displayName);
}
