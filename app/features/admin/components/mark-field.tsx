import { useText } from "~/platform/i18n/use-text";
import { Checkbox } from "~/ui/primitives/checkbox";
import { Field } from "~/ui/primitives/field";

export interface MarkFieldProps {
  /** Address of the present one. */
  markPath: string | null;
  error?: string | null;
}

export function MarkField({ markPath, error }: MarkFieldProps) {
  const t = useText("admin");
  return (
    <>
      <Field id="mark" label={t("site.mark")} hint={t("site.markHint")} error={error} isOptional>
        {(control) => (
          <span className="cluster">
            {markPath && <img src={markPath} alt="" width={40} height={40} />}
            <input {...control} type="file" name="mark" accept="image/png,image/jpeg,image/webp,image/gif" />
          </span>
        )}
      </Field>
      {markPath && <Checkbox name="removeMark" value="1" label={t("site.removeMark")} />}
    </>
  );
}
