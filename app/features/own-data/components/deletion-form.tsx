import type { FormErrors } from "~/platform/http/form-errors";
import { useErrorSummary } from "~/platform/i18n/use-error-summary";
import { useErrorText } from "~/platform/i18n/use-error-text";
import { useText } from "~/platform/i18n/use-text";
import { dataSettingsPath } from "~/features/members/paths";
import { Button } from "~/ui/primitives/button";
import { ButtonLink } from "~/ui/primitives/button-link";
import { Field } from "~/ui/primitives/field";
import { FormErrorSummary } from "~/ui/primitives/form-error-summary";
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
    <form method="post" className="stack measure" data-gap="5">
      <FormErrorSummary {...summary} />
      <Consequences
        id="goes"
        title={t("deletion.goes.title")}
        lines={(["account", "marks", "files", "mails"] as const).map((line) => t(`deletion.goes.${line}`))}
      />
      <Consequences
        id="stays"
        title={t("deletion.stays.title")}
        lines={(["others", "team", "record", "name"] as const).map((line) => t(`deletion.stays.${line}`))}
      />
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
      <Field
        id="name"
        label={t("deletion.name", { name })}
        hint={t("deletion.nameHint")}
        error={say(errors?.fields.name)}
      >
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
    </form>
  );
}

function Consequences({ id, title, lines }: { id: string; title: string; lines: readonly string[] }) {
  return (
    <section className="stack" data-gap="2" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className="prose">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
