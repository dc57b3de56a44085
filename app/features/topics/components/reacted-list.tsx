import type { ReactNode } from "react";
import { memberPath } from "~/features/members/paths";
import { useShownName } from "~/features/members/use-shown-name";
import { useLocale, useText } from "~/platform/i18n/use-text";
import { Page } from "~/ui/layouts/page";
import { PageHead } from "~/ui/layouts/page-head";
import { Byline } from "~/ui/primitives/byline";
import { ButtonLink } from "~/ui/primitives/button-link";
import { ChipLinks } from "~/ui/primitives/chip-links";
import { EmptyState } from "~/ui/primitives/empty-state";
import { writeCount } from "~/ui/primitives/number";
import { Pager } from "~/ui/primitives/pager";
import { Time } from "~/ui/primitives/time";
import { type ReactionCounts, type ReactionKind, reactionKinds } from "../reaction";
import type { ReactedPage } from "../reactions.server";

export interface ReactedListProps {
  /** What they reacted to, in a sentence. */
  lede: ReactNode;
  page: ReactedPage;
  counts: ReactionCounts;
  /** Reactions an archive brought as a number. */
  imported?: number;
  query: { kind: ReactionKind | null };
  /** Of this list. */
  path: string;
  /** Of the text. */
  backTo: string;
  now: Date;
}

/** Who said what with one press, by name. */
export function ReactedList({
  lede,
  page,
  counts,
  imported = 0,
  query,
  path,
  backTo,
  now,
}: ReactedListProps) {
  const t = useText("reactions");
  const shownName = useShownName();
  const locale = useLocale();
  const { people, next } = page;
  const given = reactionKinds.filter((kind) => counts[kind]);
  const chosen = query.kind ? `kind=${query.kind}&` : "";
  return (
    <Page>
      <div className="measure">
        <PageHead
          title={t("list.title")}
          lede={lede}
          actions={<ButtonLink href={backTo}>{t("list.back")}</ButtonLink>}
        />
        {given.length > 0 && (
          <ChipLinks
            label={t("list.label")}
            items={[
              { href: path, label: t("list.all"), isCurrent: query.kind === null },
              ...given.map((kind) => ({
                href: `${path}?kind=${kind}`,
                label: t(`kind.${kind}`),
                count: writeCount(locale, counts[kind] ?? 0),
                isCurrent: query.kind === kind,
              })),
            ]}
          />
        )}
        {people.length === 0 && imported === 0 && (
          <EmptyState icon="thumb" title={t("list.empty")}>
            {t("list.emptyHint")}
          </EmptyState>
        )}
        <ul className="lines">
          {people.map(({ id, kind, person, at }) => (
            <li key={id}>
              <Byline
                avatar={{ name: shownName(person), isStaff: person.isStaff }}
                name={shownName(person)}
                href={memberPath(person)}
              >
                <span>{t(`kind.${kind}`)}</span>
                <Time at={at} now={now} form="relative" />
              </Byline>
            </li>
          ))}
        </ul>
        {imported > 0 && (query.kind ?? "helpful") === "helpful" && next === null && (
          <p className="small muted mt-4">{t("list.imported", { count: imported })}</p>
        )}
        <Pager older={next ? { href: `${path}?${chosen}after=${next}` } : null} />
      </div>
    </Page>
  );
}
