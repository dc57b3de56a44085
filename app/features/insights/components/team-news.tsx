import { LabelMarks } from "~/features/changelog/components/label-marks";
import { announcementPath } from "~/features/changelog/paths";
import { verifyPath } from "~/features/official/paths";
import { langOf } from "~/features/topics/language";
import { topicPath } from "~/features/topics/paths";
import { useText } from "~/platform/i18n/use-text";
import { excerpt } from "~/platform/text/excerpt";
import { LineItem } from "~/ui/patterns/line-item";
import { SmallLetter } from "~/ui/patterns/small-letter";
import { MetaLine } from "~/ui/primitives/meta-line";
import { StaffMark } from "~/ui/primitives/staff-mark";
import { Time } from "~/ui/primitives/time";
import type { TeamAnnouncement, TeamLetter } from "../from-the-team.server";

const lineCharacters = 90;

export interface TeamNewsProps {
  letters: readonly TeamLetter[];
  announcements: readonly TeamAnnouncement[];
  now: Date;
}

/** The team's last word as a sealed letter, then what it said and announced before, newest first. */
export function TeamNews({ letters: [latest, ...earlier], announcements, now }: TeamNewsProps) {
  const lines = [
    ...earlier.map((letter) => ({
      at: letter.postedAt,
      line: <LetterLine key={letter.reference} letter={letter} now={now} />,
    })),
    ...announcements.map((announcement) => ({
      at: announcement.publishedAt,
      line: <AnnouncementLine key={announcement.slug} announcement={announcement} now={now} />,
    })),
  ].sort((a, b) => b.at.getTime() - a.at.getTime());
  return (
    <>
      {latest && <LatestLetter letter={latest} />}
      <ul className="lines">{lines.map(({ line }) => line)}</ul>
    </>
  );
}

function LatestLetter({ letter }: { letter: TeamLetter }) {
  const t = useText("home");
  const { reference, author, text, language, topic } = letter;
  return (
    <div className="mt-4">
      <SmallLetter
        reference={{ code: reference, href: verifyPath(reference) }}
        author={author}
        foot={
          <a className="letter-link" href={topicPath(topic)} lang={langOf(topic.language)}>
            {t("team.inTopic", { title: topic.title })}
          </a>
        }
      >
        <div className="prose" lang={langOf(language)}>
          <p>{text}</p>
        </div>
      </SmallLetter>
    </div>
  );
}

function LetterLine({ letter, now }: { letter: TeamLetter; now: Date }) {
  const t = useText("home");
  const { author, text, language, topic, postedAt } = letter;
  return (
    <LineItem
      href={topicPath(topic)}
      title={excerpt(text, lineCharacters)}
      lang={langOf(language)}
      lead={
        <MetaLine
          items={[
            <StaffMark key="mark">{t("team.official")}</StaffMark>,
            <Time key="at" at={postedAt} now={now} form="relative" />,
          ]}
        />
      }
      meta={<MetaLine items={[author.title ? `${author.name}, ${author.title}` : author.name]} />}
    />
  );
}

function AnnouncementLine({ announcement, now }: { announcement: TeamAnnouncement; now: Date }) {
  const t = useText("home");
  const { title, language, release, labels, publishedAt, askedBy } = announcement;
  return (
    <LineItem
      href={announcementPath(announcement)}
      title={title}
      lang={langOf(language)}
      lead={
        <MetaLine
          lead={labels.length > 0 && <LabelMarks labels={labels} />}
          items={[release, <Time key="at" at={publishedAt} now={now} form="day" />]}
        />
      }
      meta={askedBy > 0 && <MetaLine items={[t("team.askedBy", { count: askedBy })]} />}
    />
  );
}
