import { useText } from "~/platform/i18n/use-text";
import { Button } from "~/ui/primitives/button";
import { HiddenFields } from "~/ui/primitives/hidden-fields";

export interface ProviderButtonProps {
  action: string;
  /** What people know the provider as. */
  name: string;
  /** Where it does something else than sign in. */
  label?: string;
  /** What signing in carries along. */
  values?: Record<string, string | null | undefined>;
}

/** Goes to the sign-in provider and comes back from there. */
export function ProviderButton({ action, name, label, values }: ProviderButtonProps) {
  const t = useText("auth");
  return (
    <form method="post" action={action}>
      <HiddenFields values={values} />
      <Button type="submit" wraps>
        {label ?? t("provider.go", { name })}
      </Button>
    </form>
  );
}
