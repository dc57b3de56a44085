import { useText } from "~/platform/i18n/use-text";
import { useErrorText } from "~/platform/i18n/use-error-text";
import { Button } from "~/ui/primitives/button";
import { ButtonLink } from "~/ui/primitives/button-link";
import { Notice } from "~/ui/primitives/notice";
import { Time } from "~/ui/primitives/time";
import type { Draft } from "../reading-drafts.server";
import type { DraftRefusal } from "../drafts.server";
import { TypedTexts } from "./typed-texts";

export interface DraftConflictProps {
  reason: DraftRefusal;
  /** What was saved meanwhile on another page or device. */
  newer: Draft | null;
  /** All fields of the form that was not kept. */
  sent: [name: string, value: string][];
  path: string;
  formPath: string;
  now: Date;
}

/** A draft that was not kept, in full, beside the newer one that stood in its way: whoever wrote both decides. */
export function DraftConflict({ reason, newer, sent, path, formPath, now }: DraftConflictProps) {
  const t = useText("topics");
  const errorText = useErrorText();
  return (
    <div className="stack" data-gap="6">
      <Notice tone="active">
        {newer
          ? t.rich("draft.newerLede", { time: () => <Time at={newer.savedAt} now={now} form="clock" /> })
          : errorText({ id: reason })}
      </Notice>
      <div className="both-texts">
        {newer && (
          <section className="stack" aria-labelledby="newer">
            <h2 className="section-title" id="newer">
              {t("draft.newerText")}
            </h2>
            <TypedTexts id="newer" fields={Object.entries(newer.values)} />
            <div>
              <ButtonLink href={formPath}>{t("draft.take")}</ButtonLink>
            </div>
          </section>
        )}
        <section className="stack" aria-labelledby="mine">
          <h2 className="section-title" id="mine">
            {t("draft.yours")}
          </h2>
          <TypedTexts id="mine" fields={sent} />
          <form method="post" action={path}>
            {sent.map(([name, value], index) => (
              <input key={index} type="hidden" name={name} value={value} />
            ))}
            <input type="hidden" name="draft" value={newer?.stamp ?? ""} />
            <Button kind="primary">{newer ? t("draft.keepMine") : t("draft.tryAgain")}</Button>
          </form>
        </section>
      </div>
    </div>
  );
}
