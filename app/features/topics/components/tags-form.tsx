import type { FormFailure } from "~/platform/http/form-errors";
import { useErrorText } from "~/platform/i18n/use-error-text";
import { useText } from "~/platform/i18n/use-text";
import { Button } from "~/ui/primitives/button";
import { ButtonLink } from "~/ui/primitives/button-link";
import { topicActionPath, topicPath } from "../paths";
import { TagField } from "./tag-field";

export interface TagsFormProps {
  topic: { number: number; slug: string };
  tags: readonly string[];
  offered: readonly string[];
  failure?: FormFailure;
}

export function TagsForm({ topic, tags, offered, failure }: TagsFormProps) {
  const t = useText("topics");
  const common = useText("common");
  const errorText = useErrorText();
  return (
    <form className="stack" method="post" action={topicActionPath(topic.number, "tags")}>
      <p>{t("tagging.lede")}</p>
      <TagField
        id="topic-tags"
        label={t("tagging.label")}
        value={failure?.values.tags ?? tags.join(", ")}
        error={errorText(failure?.errors.fields.tags)}
        offered={offered}
      />
      <div className="cluster">
        <Button kind="primary">{t("tagging.save")}</Button>
        <ButtonLink href={topicPath(topic)}>{common("actions.cancel")}</ButtonLink>
      </div>
    </form>
  );
}
