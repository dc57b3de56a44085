import { authorPath } from "~/features/members/paths";
import { langOf } from "~/features/topics/language";
import { replyActionPath, replyPath, topicPath } from "~/features/topics/paths";
import { useText } from "~/platform/i18n/use-text";
import { Facts } from "~/ui/patterns/facts";
import { ButtonLink } from "~/ui/primitives/button-link";
import { Time } from "~/ui/primitives/time";
import type { Edit, VerifiedLetter as Letter } from "../verifying.server";
import { Verdict } from "./verdict";

export interface VerifiedLetterProps {
  letter: Letter;
  siteName: string;
  now: Date;
}

/** All that is on record of an official reply, and what the record says of the text that stands now. */
export function VerifiedLetter({ letter, siteName, now }: VerifiedLetterProps) {
  const t = useText("official");
  const { author, topic, replyId, edits, deletedAt, sentHash, presentHash } = letter;
  const isAltered = presentHash !== null && presentHash !== sentHash && edits.length === 0;
  const place = replyPath(topic.number, replyId);
  const facts = [
    {
      term: t("verify.facts.from"),
      detail: (
        <>
          <a href={authorPath({ name: author.memberName })}>{author.displayName}</a>,{" "}
          {author.title || t("staff")}, {siteName}{" "}
          <small className="muted">
            ({t(author.isStaffNow ? "verify.stillStaff" : "verify.formerStaff")})
          </small>
        </>
      ),
    },
    {
      term: t("verify.facts.onTopic"),
      detail: (
        <a href={topicPath(topic)} lang={langOf(topic.language)}>
          {topic.title}
        </a>
      ),
    },
    { term: t("verify.facts.type"), detail: t(`types.${letter.type}`) },
    { term: t("verify.facts.sent"), detail: <Time at={letter.postedAt} now={now} form="full" /> },
    {
      term: t("verify.facts.edits"),
      detail: edits.length > 0 ? <Edits edits={edits} now={now} /> : t("verify.facts.noEdits"),
    },
    ...(deletedAt
      ? [
          {
            term: t("verify.facts.withdrawn"),
            detail: t.rich("verify.facts.withdrawnBy", {
              name: letter.deletedBy ?? t("staff"),
              date: () => <Time at={deletedAt} now={now} form="full" />,
            }),
          },
        ]
      : []),
    { term: t("verify.facts.sentHash"), detail: <code className="hash">{sentHash}</code> },
    ...(presentHash !== null && presentHash !== sentHash
      ? [{ term: t("verify.facts.presentHash"), detail: <code className="hash">{presentHash}</code> }]
      : []),
  ];
  return (
    <Verdict
      state={isAltered ? "fake" : deletedAt ? "unknown" : "verified"}
      title={t(isAltered ? "verify.alteredTitle" : deletedAt ? "verify.withdrawnTitle" : "verify.genuine")}
      subject={letter.reference}
    >
      <p>{t(sentenceOf())}</p>
      <Facts items={facts} />
      <p className="small muted">{t("verify.hashHint")}</p>
      <div className="cluster">
        {!deletedAt && <ButtonLink href={place}>{t("verify.read")}</ButtonLink>}
        {!deletedAt && edits.length > 0 && (
          <ButtonLink href={replyActionPath(topic.number, replyId, "history")}>
            {t("verify.history")}
          </ButtonLink>
        )}
      </div>
    </Verdict>
  );

  function sentenceOf() {
    if (isAltered) return "verify.alteredText";
    if (deletedAt) return "verify.deletedText";
    return edits.length > 0 ? "verify.changedText" : "verify.genuineText";
  }
}

/** Each with the hash of the text it made, so that a copy of any version can be compared. */
function Edits({ edits, now }: { edits: readonly Edit[]; now: Date }) {
  const t = useText("official");
  return (
    <ol role="list">
      {edits.map(({ at, by, isMinor, hash }, index) => (
        <li key={index}>
          {t.rich(isMinor ? "verify.facts.minorEdit" : "verify.facts.edit", {
            name: by,
            date: () => <Time at={at} now={now} />,
          })}
          {hash && (
            <>
              <br />
              <code className="hash">{hash}</code>
            </>
          )}
        </li>
      ))}
    </ol>
  );
}
