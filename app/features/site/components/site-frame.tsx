import type { ReactNode } from "react";
import { appearancePath, staffPath } from "~/features/members/paths";
import { isAdmin } from "~/features/members/role";
import { useText } from "~/platform/i18n/use-text";
import { PageFrame } from "~/ui/layouts/page-frame";
import type { RootData } from "../root-data";
import { navigationOf } from "../navigation";
import { inboxPath, keyboardPath, moderationPath } from "../paths";
import { languageChoices } from "../language-choices";
import { personOf } from "../signed-in-person";
import { SampleBanner } from "./sample-banner";

export interface SiteFrameProps {
  data: RootData;
  signInPath: string;
  signOutPath: string;
  /** What everybody, or this reader, must know first. */
  banner?: ReactNode;
  children: ReactNode;
}

/** The frame of every page, filled with what this site is called and what this reader may do. */
export function SiteFrame({ data, signInPath, signOutPath, banner, children }: SiteFrameProps) {
  const t = useText("site");
  const keyboard = useText("keyboard");
  const { site, actor, path, theme } = data;
  const { pages, tabs } = navigationOf(t, data, signInPath);
  const desk = useText("inbox");
  const isDesk = actor !== null && (path === inboxPath || path.startsWith(`${inboxPath}?`));
  const hasOwnSearch = path === "/" || path.startsWith("/search");
  return (
    <PageFrame
      site={{
        name: site.name,
        kind: isDesk ? desk("desk") : t("kind"),
        homePath: "/",
        markPath: site.markPath,
      }}
      isDesk={isDesk}
      navigation={pages}
      tabs={tabs}
      search={{ action: "/search", suggestPath: "/search/suggest", isHidden: hasOwnSearch }}
      languages={languageChoices(data)}
      primaryAction={{ href: "/discussions/new?kind=problem", label: t("navigation.report") }}
      person={actor ? personOf(t, { ...data, actor }, signOutPath) : undefined}
      signInPath={signInPath}
      banner={
        <>
          {banner}
          {site.hasSample && isAdmin(actor) && <SampleBanner />}
        </>
      }
      footer={{
        sentence: site.tagline || t("promise", { site: site.name }),
        links: [
          { href: staffPath, label: t("footer.staff") },
          { href: "/known-issues", label: t("footer.knownIssues") },
          { href: `${moderationPath}/log`, label: t("footer.removals") },
          { href: keyboardPath, label: keyboard("footer"), hasKeyHelp: true },
          { href: "/feeds", label: t("footer.feed") },
        ],
        languages: languageChoices(data),
        appearance: { action: appearancePath, theme, backTo: path },
      }}
    >
      {children}
    </PageFrame>
  );
}
