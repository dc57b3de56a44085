import { type DiscussionKind, discussionKinds } from "~/features/topics/topic";
import { useText } from "~/platform/i18n/use-text";
import { LineItem } from "~/ui/patterns/line-item";
import { newDiscussionPath } from "../paths";

export interface KindChoiceProps {
  /** Left out of the choice: the reader is there already. */
  except?: DiscussionKind;
  area?: string | null;
  title?: string | null;
}

/** What somebody wants to write, before the form that fits it. */
export function KindChoice({ except, area, title }: KindChoiceProps) {
  const t = useText("discussions");
  return (
    <ul className="lines">
      {discussionKinds
        .filter((kind) => kind !== except)
        .map((kind) => (
          <LineItem
            key={kind}
            href={newDiscussionPath({ kind, area, title })}
            title={t(`create.kinds.${kind}.label`)}
            excerpt={t(`create.kinds.${kind}.hint`)}
          />
        ))}
    </ul>
  );
}
