import { newAnnouncementPath } from "~/features/changelog/paths";
import { mayWriteAnnouncements } from "~/features/changelog/policy";
import type { Actor } from "~/features/members/context";
import { isAdmin } from "~/features/members/role";
import { newSuggestionPath } from "~/features/suggestions/paths";
import { useText } from "~/platform/i18n/use-text";
import { LineItem } from "~/ui/patterns/line-item";

/** What a new community offers before anybody has posted: the ways in, and for those who run it what to do first. */
export function FirstSteps({ actor }: { actor: Actor | null }) {
  const t = useText("home");
  const steps = [
    { id: "report", href: "/discussions/new?kind=problem" },
    { id: "ask", href: "/discussions/new?kind=question" },
    { id: "suggest", href: newSuggestionPath },
    ...(mayWriteAnnouncements(actor) ? [{ id: "announce", href: newAnnouncementPath } as const] : []),
    ...(isAdmin(actor) ? [{ id: "areas", href: "/admin/areas" } as const] : []),
  ] as const;
  return (
    <section className="measure" aria-labelledby="first-steps">
      <h2 className="section-title" id="first-steps">
        {t("first.title")}
      </h2>
      <p className="muted mt-2">{t("first.text")}</p>
      <ul className="lines mt-4">
        {steps.map(({ id, href }) => (
          <LineItem key={id} href={href} title={t(`first.${id}`)} excerpt={t(`first.${id}Text`)} />
        ))}
      </ul>
    </section>
  );
}
