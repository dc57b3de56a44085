import type { ReactNode } from "react";
import { memberPath, profileSettingsPath } from "~/features/members/paths";
import { useText } from "~/platform/i18n/use-text";
import { Page } from "~/ui/layouts/page";
import { PageHead } from "~/ui/layouts/page-head";
import { ButtonLink } from "~/ui/primitives/button-link";
import { Tabs } from "~/ui/primitives/tabs";
import { type MySection, mySectionPath, shownSections } from "../my-section";

export interface MyPageProps {
  section: MySection;
  name: string;
  children: ReactNode;
}

/** A member's own page: lists of what they have to do with, one at a time. */
export function MyPage({ section, name, children }: MyPageProps) {
  const t = useText("me");
  return (
    <Page>
      <PageHead
        title={t("title")}
        lede={t("lede")}
        actions={
          <>
            <ButtonLink href={memberPath({ name })}>{t("profile")}</ButtonLink>
            <ButtonLink href={profileSettingsPath}>{t("settings")}</ButtonLink>
          </>
        }
      />
      <Tabs
        label={t("label")}
        items={shownSections.map((each) => ({
          href: mySectionPath(each),
          label: t(`section.${each}`),
          isCurrent: each === section,
        }))}
      />
      {children}
    </Page>
  );
}
