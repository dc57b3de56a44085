import type { KeptForm } from "~/platform/http/kept-form";
import { useText } from "~/platform/i18n/use-text";
import { Field } from "~/ui/primitives/field";
import { Notice } from "~/ui/primitives/notice";
import { TextArea } from "~/ui/primitives/text-area";
import { TextInput } from "~/ui/primitives/text-input";

const textFields = ["body", "did", "happened", "want"] as const;

/** What somebody typed, shown so that they see it is still there (and can copy it, whatever happens next). */
export function KeptText({ form }: { form: KeptForm }) {
  const t = useText("members");
  const title = valueOf(form, "title");
  const texts = textFields.flatMap((name) => {
    const value = valueOf(form, name);
    return value ? [{ name, value }] : [];
  });
  if (!title && texts.length === 0 && form.fileFields.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="kept-heading">
      <h2 id="kept-heading" className="small muted">
        {t("signIn.again.yourText")}
      </h2>
      {form.fileFields.length > 0 && <Notice tone="active">{t("signIn.again.files")}</Notice>}
      {title && (
        <Field id="kept-title" label={t("signIn.again.field.title")}>
          {(control) => <TextInput {...control} name="title" defaultValue={title} readOnly />}
        </Field>
      )}
      {texts.map(({ name, value }) => (
        <Field key={name} id={`kept-${name}`} label={t(`signIn.again.field.${name}`)}>
          {(control) => <TextArea {...control} name={name} defaultValue={value} readOnly rows={8} />}
        </Field>
      ))}
    </section>
  );
}

function valueOf({ fields }: KeptForm, name: string): string {
  return fields.find(([field]) => field === name)?.[1].trim() ?? "";
}
