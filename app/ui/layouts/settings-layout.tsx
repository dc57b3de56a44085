import type { ReactNode } from "react";
import { SideLinks, type SideLink } from "../patterns/side-links";
import { Page } from "./page";

export interface SettingsLayoutProps {
  label: string;
  links: readonly SideLink[];
  /** `PageHead`, then `Setting`s. */
  children: ReactNode;
}

/** Subjects on the side, one of them in the middle. */
export function SettingsLayout({ label, links, children }: SettingsLayoutProps) {
  return (
    <Page>
      <div className="side-first">
        <div className="sticky">
          <SideLinks label={label} items={links} isTabs />
        </div>
        <div>{children}</div>
      </div>
    </Page>
  );
}
