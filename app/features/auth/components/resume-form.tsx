import type { KeptForm } from "~/platform/http/kept-form";
import { useText } from "~/platform/i18n/use-text";
import { Button } from "~/ui/primitives/button";
import { Field } from "~/ui/primitives/field";

/** Everything that was sent, waiting only for the pictures a browser has to be given anew. */
export function ResumeForm({ form, label }: { form: KeptForm; label?: string }) {
  const t = useText("members");
  return (
    <form method="post" action={form.path} encType="multipart/form-data">
      {form.fields.map(([name, value], index) => (
        <input key={index} type="hidden" name={name} value={value} />
      ))}
      {form.fileFields.map((name) => (
        <Field key={name} id={`again-${name}`} label={t("signIn.resume.files")} isOptional>
          {(control) => (
            <input {...control} className="input" type="file" name={name} multiple accept="image/*" />
          )}
        </Field>
      ))}
      <Button kind="primary" type="submit">
        {label ?? t("signIn.resume.submit")}
      </Button>
    </form>
  );
}
