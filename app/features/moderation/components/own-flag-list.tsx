import { langOf } from "~/features/topics/language";
import { replyPath, topicPath } from "~/features/topics/paths";
import { useText } from "~/platform/i18n/use-text";
import { Button } from "~/ui/primitives/button";
import { HiddenFields } from "~/ui/primitives/hidden-fields";
import { MetaLine } from "~/ui/primitives/meta-line";
import { Pill } from "~/ui/primitives/pill";
import { Time } from "~/ui/primitives/time";
import type { OwnFlag } from "../own-flags.server";
import { ownFlagsPath } from "../paths";

const looks = {
  open: { tone: "open", icon: "clock" },
  upheld: { tone: "done", icon: "check" },
  refused: { tone: "closed", icon: "st-closed" },
  withdrawn: { tone: "closed", icon: "undo" },
} as const;

/** What the reader reported, the latest first. */
export function OwnFlagList({ flags, now }: { flags: readonly OwnFlag[]; now: Date }) {
  const t = useText("moderation");
  return (
    <ul className="lines measure">
      {flags.map((flag) => (
        <li key={flag.id} id={`report-${flag.id}`}>
          <article className="line-item">
            <h2 className="section-title" lang={flag.title === null ? undefined : langOf(flag.language)}>
              {flag.title === null ? (
                t(flag.replyId === null ? "own.hidden" : "own.hiddenReply", { number: String(flag.number) })
              ) : (
                <a
                  href={
                    flag.replyId === null
                      ? topicPath({ number: flag.number, slug: "" })
                      : replyPath(flag.number, flag.replyId)
                  }
                >
                  {flag.replyId === null ? flag.title : t("own.reply", { title: flag.title })}
                </a>
              )}
            </h2>
            <MetaLine
              lead={<Pill {...looks[flag.state]}>{t(`own.state.${flag.state}`)}</Pill>}
              items={[t(`reason.${flag.reason}`), <Time key="at" at={flag.createdAt} now={now} />]}
            />
            {flag.note && <p className="small pre-line">{flag.note}</p>}
            {flag.state === "open" && (
              <form method="post" action={ownFlagsPath()}>
                <HiddenFields method="DELETE" values={{ id: flag.id }} />
                <Button kind="ghost" icon="undo">
                  {t("own.withdraw")}
                </Button>
              </form>
            )}
          </article>
        </li>
      ))}
    </ul>
  );
}
