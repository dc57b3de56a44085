import { useText } from "~/platform/i18n/use-text";
import { Button } from "~/ui/primitives/button";
import { ButtonLink } from "~/ui/primitives/button-link";
import { EmptyState } from "~/ui/primitives/empty-state";
import { HiddenFields } from "~/ui/primitives/hidden-fields";
import { MetaLine } from "~/ui/primitives/meta-line";
import { Time } from "~/ui/primitives/time";
import type { DraftForm } from "../draft-form";
import { langOf } from "../language";
import { draftPath } from "../paths";
import type { ListedDraft } from "../reading-drafts.server";

export interface DraftListProps {
  /** `path` leads to the form with the draft in it. */
  drafts: readonly (ListedDraft & { path: string })[];
  now: Date;
}

/** What the reader began and did not post, with the way on and the way out. */
export function DraftList({ drafts, now }: DraftListProps) {
  const t = useText("topics");
  if (drafts.length === 0) {
    return (
      <EmptyState icon="edit" title={t("draft.none")}>
        {t("draft.noneHint")}
      </EmptyState>
    );
  }
  return (
    <ul className="lines measure">
      {drafts.map((draft) => (
        <li key={draftPath(draft.form)}>
          <article className="line-item">
            <p className="xs faint">{whatOf(draft.form)}</p>
            <h2 className="section-title" lang={draft.topic ? langOf(draft.topic.language) : undefined}>
              {titleOf(draft)}
            </h2>
            {draft.excerpt && <p>{draft.excerpt}</p>}
            <MetaLine
              items={[
                <Time key="at" at={draft.savedAt} now={now} />,
                draft.pictureCount > 0 && t("draft.pictures", { count: draft.pictureCount }),
                draft.isStranded && t("draft.stranded"),
              ]}
            />
            <div className="cluster">
              {draft.isStranded ? (
                <ButtonLink href={draftPath(draft.form)}>{t("draft.read")}</ButtonLink>
              ) : (
                <ButtonLink href={draft.path}>{t("draft.continue")}</ButtonLink>
              )}
              <form method="post" action={draftPath(draft.form)}>
                <HiddenFields method="DELETE" values={{ back: "list" }} />
                <Button
                  kind="ghost"
                  icon="trash"
                  aria-label={t("draft.discardThis", { title: titleOf(draft) })}
                >
                  {t("draft.discard")}
                </Button>
              </form>
            </div>
          </article>
        </li>
      ))}
    </ul>
  );

  function titleOf({ title, topic }: ListedDraft): string {
    return title || topic?.title || t("draft.untitled");
  }

  function whatOf(form: DraftForm): string {
    if (form.type === "discussion") return t(`draft.what.${form.kind}`);
    if (form.type === "announcement" && form.slug !== undefined) return t("draft.what.announcementEdit");
    return t(`draft.what.${form.type}`);
  }
}
