import { draftsPath } from "~/features/topics/paths";
import { useText } from "~/platform/i18n/use-text";
import { ButtonLink } from "~/ui/primitives/button-link";
import { Notice } from "~/ui/primitives/notice";
import type { FlagReason } from "../flag";
import type { OwnDecision } from "../own-decision.server";

/** What was decided about a post, for its author. */
export function OwnDecisionView({ decision }: { decision: OwnDecision }) {
  const t = useText("moderation");
  const { act, reason, note, number, title, body, draft, appeal } = decision;
  return (
    <div className="stack">
      <p>
        {title === null
          ? t("appeals.replyIs", { number: String(number) })
          : t("appeals.topicIs", { number: String(number), title })}
      </p>
      <Notice tone={act === "removed" || act === "confirmed" ? "danger" : "done"}>
        {act === "removed"
          ? t("appeals.removed", { reason: t(`reason.${reason as FlagReason}`) })
          : t(`appeals.${act}`)}
      </Notice>
      {note && (
        <section aria-labelledby="note">
          <h2 className="section-title" id="note">
            {t("appeals.noteTitle")}
          </h2>
          <p className="pre-line">{note}</p>
        </section>
      )}
      {act === "removed" && (
        <section className="stack" data-gap="2" aria-labelledby="text">
          <h2 className="section-title" id="text">
            {t("appeals.textTitle")}
          </h2>
          {body === "" ? (
            <p>{t("appeals.textHidden")}</p>
          ) : (
            <>
              <p className="small muted">{t(draft ? "appeals.draft" : "appeals.noDraft")}</p>
              <pre className="own-text" tabIndex={0}>
                {body}
              </pre>
              {draft && (
                <div className="cluster">
                  <ButtonLink icon="edit" href={`${draftsPath}/${encodeURIComponent(draft)}`}>
                    {t("appeals.openDraft")}
                  </ButtonLink>
                </div>
              )}
            </>
          )}
        </section>
      )}
      {appeal && (
        <section className="stack" data-gap="2" aria-label={t("log.outcome")}>
          <Notice tone={appeal.state === "upheld" ? "done" : undefined} icon="scale">
            {t(
              appeal.state === "open"
                ? "appeals.waiting"
                : appeal.state === "upheld"
                  ? "appeals.upheld"
                  : "appeals.refused",
            )}
          </Notice>
          <p className="small muted">{t("appeals.yourText")}</p>
          <p className="pre-line">{appeal.text}</p>
          {appeal.answer && (
            <>
              <p className="small muted">{t("appeals.answer")}</p>
              <p className="pre-line">{appeal.answer}</p>
            </>
          )}
        </section>
      )}
    </div>
  );
}
