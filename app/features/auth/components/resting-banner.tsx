import { useText } from "~/platform/i18n/use-text";
import { Banner } from "~/ui/patterns/banner";
import { ButtonLink } from "~/ui/primitives/button-link";

export interface RestingBannerProps {
  reason: "second-factor-missing" | "second-factor-due" | "proof-old";
  /** Where the rights wake up again. */
  href: string;
}

/** Tells one of the team why they see what any member sees, or soon will. */
export function RestingBanner({ reason, href }: RestingBannerProps) {
  const t = useText("auth");
  return (
    <Banner
      label={t("staffSetup.bannerLabel")}
      actions={
        <ButtonLink href={href}>
          {t(reason === "proof-old" ? "staffSetup.prove" : "staffSetup.begin")}
        </ButtonLink>
      }
    >
      {t(`staffSetup.reason.${reason}`)}
    </Banner>
  );
}
