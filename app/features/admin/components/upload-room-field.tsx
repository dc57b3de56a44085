import type { FormError } from "~/platform/http/form-errors";
import { useErrorText } from "~/platform/i18n/use-error-text";
import { useText } from "~/platform/i18n/use-text";
import { Setting } from "~/ui/patterns/setting";
import { Field } from "~/ui/primitives/field";
import { TextInput } from "~/ui/primitives/text-input";

export interface UploadRoomFieldProps {
  value?: string;
  error?: FormError;
}

/** How much one member may keep in pictures and videos. */
export function UploadRoomField({ value, error }: UploadRoomFieldProps) {
  const t = useText("admin");
  const say = useErrorText();
  return (
    <Setting id="uploads" title={t("site.uploads.title")} about={t("site.uploads.text")}>
      <Field id="uploadMegabytes" label={t("site.uploads.room")} error={say(error)}>
        {(control) => (
          <TextInput {...control} name="uploadMegabytes" inputMode="numeric" defaultValue={value} required />
        )}
      </Field>
    </Setting>
  );
}
