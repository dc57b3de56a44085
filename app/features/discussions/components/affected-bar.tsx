import { topicActionPath } from "~/features/topics/paths";
import { useLocale, useText } from "~/platform/i18n/use-text";
import { CounterButton } from "~/ui/primitives/counter-button";
import { Faces } from "~/ui/primitives/faces";
import { writeCount } from "~/ui/primitives/number";

export interface AffectedBarProps {
  number: number;
  count: number;
  isAffected: boolean;
  /** Whoever opened it had it first and needs no button. */
  isAuthor: boolean;
  faces: readonly { displayName: string }[];
}

/** "I have this too", how many have said so, and what they get for saying it. */
export function AffectedBar({ number, count, isAffected, isAuthor, faces }: AffectedBarProps) {
  const t = useText("discussions");
  const locale = useLocale();
  const action = topicActionPath(number, "affected");
  return (
    <div className="affected">
      {isAuthor ? (
        <span className="small muted">{t("affected.own")}</span>
      ) : (
        <CounterButton
          action={action}
          isPressed={isAffected}
          icon="check"
          labels={{ press: t("affected.press"), release: t("affected.release") }}
        />
      )}
      {faces.length > 0 && <Faces people={faces.map(({ displayName }) => ({ name: displayName }))} />}
      <p>
        {t.rich("affected.people", {
          count: () => <b data-count-of={action}>{writeCount(locale, count)}</b>,
        })}{" "}
        {t("affected.promise")}
      </p>
    </div>
  );
}
