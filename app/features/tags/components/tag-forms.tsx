import type { FormFailure } from "~/platform/http/form-errors";
import { useErrorText } from "~/platform/i18n/use-error-text";
import { useText } from "~/platform/i18n/use-text";
import { Button } from "~/ui/primitives/button";
import { Checkbox } from "~/ui/primitives/checkbox";
import { Field } from "~/ui/primitives/field";
import { HiddenFields } from "~/ui/primitives/hidden-fields";
import { TextInput } from "~/ui/primitives/text-input";
import type { CountedTag } from "../listing.server";
import { editTagPath } from "../paths";

/** Three forms of one page: another name, another tag in its place, no tag. Each a plain form of its own. */
export function TagForms({ tag, failure }: { tag: CountedTag; failure?: FormFailure }) {
  const t = useText("tags");
  const errorText = useErrorText();
  const { fields = {} } = failure?.errors ?? {};
  const values = failure?.values;
  const action = editTagPath(tag.slug);
  return (
    <div className="stack" data-gap="6">
      <form className="stack" method="post" action={action}>
        <Field id="tag-name" label={t("form.name")} hint={t("form.nameHint")} error={errorText(fields.name)}>
          {(control) => (
            <TextInput {...control} name="name" defaultValue={values?.name ?? tag.name} required />
          )}
        </Field>
        <Checkbox
          name="reserved"
          value="1"
          label={t("form.reserved")}
          defaultChecked={values?.name === undefined ? tag.isReserved : Boolean(values.reserved)}
        />
        <div>
          <Button kind="primary">{t("form.save")}</Button>
        </div>
      </form>
      <form className="stack" method="post" action={action}>
        <HiddenFields method="PUT" />
        <h2 className="section-title">{t("form.merge")}</h2>
        <p className="small muted">{t("form.mergeLede", { name: tag.name })}</p>
        <Field id="tag-into" label={t("form.into")} error={errorText(fields.into)}>
          {(control) => <TextInput {...control} name="into" defaultValue={values?.into} required />}
        </Field>
        <div>
          <Button>{t("form.confirmMerge")}</Button>
        </div>
      </form>
      <form className="stack" method="post" action={action}>
        <HiddenFields method="DELETE" />
        <h2 className="section-title">{t("form.remove")}</h2>
        <p className="small muted">{t("form.removeLede", { count: tag.count })}</p>
        <div>
          <Button kind="danger">{t("form.confirmRemove")}</Button>
        </div>
      </form>
    </div>
  );
}
