import type { ReactNode } from "react";
import { useText } from "~/platform/i18n/use-text";
import { PageFooter, type PageFooterProps } from "./page-footer";
import { TabBar } from "./tab-bar";
import { TopBar, type TopBarProps } from "./top-bar";

export interface PageFrameProps extends TopBarProps {
  footer: PageFooterProps;
  /** Up to five destinations for the bar at the foot of a phone. */
  tabs: TopBarProps["navigation"];
  /** Something everybody must know now, above the page. */
  banner?: ReactNode;
  /** The page itself, usually a `Page`, or sections that run the full width. */
  children: ReactNode;
}

/** What surrounds every page. All words of the site come in as props, all words of the interface from "common". */
export function PageFrame({ footer, tabs, banner, children, ...topBar }: PageFrameProps) {
  const t = useText("common");
  return (
    <div className={topBar.isDesk ? "frame desk-page" : "frame"} data-text-offline={t("form.offline")}>
      <a className="skip" href="#main">
        {t("skip")}
      </a>
      <TopBar {...topBar} />
      {banner}
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <PageFooter {...footer} />
      <TabBar items={tabs} />
    </div>
  );
}
