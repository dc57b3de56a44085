import type { FormErrors } from "~/platform/http/form-errors";
import { useErrorSummary } from "~/platform/i18n/use-error-summary";
import { useErrorText } from "~/platform/i18n/use-error-text";
import { useText } from "~/platform/i18n/use-text";
import { dataSettingsPath } from "~/features/members/paths";
import { Setting } from "~/ui/patterns/setting";
import { Button } from "~/ui/primitives/button";
import { ButtonLink } from "~/ui/primitives/button-link";
import { Field } from "~/ui/primitives/field";
import { FormErrorSummary } from "~/ui/primitives/form-error-summary";
import { Icon } from "~/ui/primitives/icon";
import type { IconName } from "~/ui/primitives/icon-names";
import { RadioGroup } from "~/ui/primitives/radio-group";
import { TextInput } from "~/ui/primitives/text-input";

export interface DeletionFormProps {
  name: string;
  values?: Readonly<Record<string, string>>;
  errors?: FormErrors;
}

/** What goes, what stays, what becomes of the posts, and the name as the last thought. */
export function DeletionForm({ name, values, errors }: DeletionFormProps) {
  const t = useText("ownData");
  const say = useErrorText();
  const summary = useErrorSummary(errors, { posts: "posts", name: "name" });
  return (
    <form method="post">
      <FormErrorSummary {...summary} />
      <Setting id="goes" title={t("deletion.goes.title")}>
        <Consequences
          icon="trash"
          lines={(["account", "marks", "files", "mails"] as const).map((line) => t(`deletion.goes.${line}`))}
        />
      </Setting>
      <Setting id="stays" title={t("deletion.stays.title")}>
        <Consequences
          icon="archive"
          lines={(["others", "team", "record", "name"] as const).map((line) => t(`deletion.stays.${line}`))}
        />
      </Setting>
      <Setting id="what-becomes" title={t("deletion.posts.title")}>
        <div className="measure">
          <RadioGroup
            id="posts"
            name="posts"
            legend={t("deletion.posts.legend")}
            value={values?.posts}
            error={say(errors?.fields.posts)}
            isRequired
            options={(["keep", "remove"] as const).map((value) => ({
              value,
              label: t(`deletion.posts.${value}.label`),
              hint: t(`deletion.posts.${value}.hint`),
            }))}
          />
        </div>
      </Setting>
      <Setting id="confirm" title={t("deletion.confirm.title")} about={t("deletion.confirm.about")}>
        <div className="stack measure" data-gap="4">
          <Field id="name" label={t("deletion.name", { name })} error={say(errors?.fields.name)}>
            {(control) => (
              <TextInput {...control} name="name" defaultValue={values?.name} autoComplete="off" required />
            )}
          </Field>
          <div className="cluster">
            <Button kind="danger" type="submit">
              {t("deletion.submit")}
            </Button>
            <ButtonLink kind="ghost" href={dataSettingsPath}>
              {t("deletion.back")}
            </ButtonLink>
          </div>
        </div>
      </Setting>
    </form>
  );
}

function Consequences({ icon, lines }: { icon: IconName; lines: readonly string[] }) {
  return (
    <ul className="checks">
      {lines.map((line) => (
        <li key={line}>
          <Icon name={icon} />
          <span>{line}</span>
        </li>
      ))}
    </ul>
  );
}
