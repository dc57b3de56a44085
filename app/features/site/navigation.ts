import { myPath } from "~/features/members/paths";
import { type Translator, translator } from "~/platform/i18n/translator";
import type { NavigationItem } from "~/ui/layouts/navigation-item";
import { inboxPath } from "./paths";
import type { RootData } from "./root-data";

const mostShown = 99;

/** Where one can go from every page: the words of the header, and the five places at the foot of a phone. */
export function navigationOf(
  t: Translator<"site">,
  { path, actor, waiting, locale }: Pick<RootData, "path" | "actor" | "waiting" | "locale">,
  signInPath: string,
): { pages: NavigationItem[]; tabs: NavigationItem[] } {
  const isAt = (href: string) => path === href || path.startsWith(`${href}/`) || path.startsWith(`${href}?`);
  const own = actor ? myPath : signInPath;
  const report = "/discussions/new?kind=problem";
  const inbox = waiting === null ? [] : [inboxItem(translator(locale, "inbox"), waiting, isAt(inboxPath))];
  return {
    pages: [
      ...inbox,
      {
        href: "/discussions",
        label: t("navigation.discussions"),
        icon: "chat",
        isCurrent: isAt("/discussions"),
      },
      {
        href: "/suggestions",
        label: t("navigation.suggestions"),
        icon: "bulb",
        isCurrent: isAt("/suggestions"),
      },
      { href: "/roadmap", label: t("navigation.roadmap"), icon: "map", isCurrent: isAt("/roadmap") },
      { href: "/changelog", label: t("navigation.changelog"), icon: "log", isCurrent: isAt("/changelog") },
    ],
    tabs: [
      // The team begins its day there; home is behind the name of the site.
      ...(inbox.length > 0
        ? inbox
        : [{ href: "/", label: t("tabs.home"), icon: "home" as const, isCurrent: path === "/" }]),
      {
        href: "/discussions",
        label: t("tabs.discuss"),
        icon: "chat",
        isCurrent: isAt("/discussions") && path !== report,
      },
      { href: report, label: t("tabs.report"), icon: "plus", isMain: true, isCurrent: path === report },
      { href: "/suggestions", label: t("tabs.suggest"), icon: "bulb", isCurrent: isAt("/suggestions") },
      {
        href: own,
        label: t("tabs.you"),
        icon: "user",
        isCurrent: isAt(own) || isAt("/settings") || isAt("/sign-in"),
      },
    ],
  };
}

function inboxItem(t: Translator<"inbox">, waiting: number, isCurrent: boolean): NavigationItem {
  const count = writeWaiting(t, waiting, t("navigation", { count: waiting }));
  return { href: inboxPath, label: t("title"), icon: "inbox", isCurrent, count };
}

/** A number beside a word of the navigation: none where nothing waits, "99+" where counting stopped. */
export function writeWaiting(
  t: Translator<"inbox">,
  waiting: number,
  label: string,
): { shown: string; label: string } | null {
  if (waiting === 0) return null;
  return { shown: waiting > mostShown ? t("more", { count: String(mostShown) }) : String(waiting), label };
}
