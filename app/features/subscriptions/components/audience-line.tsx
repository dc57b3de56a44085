import { recipientsPath } from "~/features/changelog/paths";
import { useText } from "~/platform/i18n/use-text";
import { TextLink } from "~/ui/primitives/text-link";

export interface AudienceLineProps {
  slug: string;
  counts: { told: number; mailed: number; subscribers: number };
}

/** How many hear of it, before the button that tells them. */
export function AudienceLine({ slug, counts }: AudienceLineProps) {
  const t = useText("subscriptions");
  return (
    <p className="mb-4">
      {t("audience.summary", counts)} <TextLink href={recipientsPath({ slug })}>{t("audience.see")}</TextLink>
    </p>
  );
}
