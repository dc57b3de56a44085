import { samplePath } from "~/features/site/paths";
import { useText } from "~/platform/i18n/use-text";
import { Button } from "~/ui/primitives/button";
import { HiddenFields } from "~/ui/primitives/hidden-fields";
import { Notice } from "~/ui/primitives/notice";

export interface SampleRefusal {
  /** Of real members, when removing has been asked for and they would go too. */
  replies: number;
  refusal: "no-areas" | "sample-stands" | null;
}

export interface SampleFormProps extends SampleRefusal {
  hasSample: boolean;
}

export function SampleForm({ hasSample, replies, refusal }: SampleFormProps) {
  const t = useText("admin");
  return (
    <form className="stack" method="post" action={samplePath}>
      {refusal && (
        <Notice tone="danger" isUrgent>
          {t(`sample.${refusal}`)}
        </Notice>
      )}
      {replies > 0 ? (
        <Notice tone="danger" isUrgent>
          {t("sample.replies", { count: replies })}
        </Notice>
      ) : (
        <p>{t(hasSample ? "sample.stands" : "sample.absent")}</p>
      )}
      {hasSample && <HiddenFields method="DELETE" values={{ evenReplies: replies > 0 ? "1" : null }} />}
      <div>
        <Button kind={hasSample ? "danger" : "primary"} type="submit">
          {t(!hasSample ? "sample.add" : replies > 0 ? "sample.removeAll" : "sample.remove")}
        </Button>
      </div>
    </form>
  );
}
