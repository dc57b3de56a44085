import type { ReactNode } from "react";
import { useErrorText } from "~/platform/i18n/use-error-text";
import { useText } from "~/platform/i18n/use-text";
import { Setting } from "~/ui/patterns/setting";
import { SettingItem } from "~/ui/patterns/setting-item";
import { Button } from "~/ui/primitives/button";
import { Field } from "~/ui/primitives/field";
import { HiddenFields } from "~/ui/primitives/hidden-fields";
import { Notice } from "~/ui/primitives/notice";
import { Pill } from "~/ui/primitives/pill";
import { TextInput } from "~/ui/primitives/text-input";
import type { PendingAddress } from "../changing-address.server";
import { addressPath, confirmationPath } from "../paths";

export interface AddressSettingProps {
  email: string | null;
  isConfirmed: boolean;
  pending: PendingAddress | null;
  said: "asked" | "invalid" | null;
}

export function AddressSetting({ email, isConfirmed, pending, said }: AddressSettingProps) {
  const t = useText("auth");
  const say = useErrorText();
  return (
    <Setting id="address" title={t("address.title")} about={t("address.text")}>
      {said === "asked" && <Notice tone="done">{t("address.asked")}</Notice>}
      <ul>
        {email && <SettingItem icon="mail" title={email} end={isConfirmed ? <Confirmed /> : <AskAgain />} />}
        {pending && (
          <SettingItem
            icon="clock"
            title={pending.email}
            note={t(pending.isOldConfirmed ? "address.waitsForNew" : "address.waitsForOld")}
            end={
              <form method="post" action={addressPath}>
                <HiddenFields method="DELETE" />
                <Button kind="ghost" type="submit">
                  {t("address.stop")}
                </Button>
              </form>
            }
          />
        )}
      </ul>
      <form method="post" action={addressPath} className="stack measure">
        <Field
          id="newEmail"
          label={t("address.new")}
          error={said === "invalid" ? say({ id: "email-invalid" }) : null}
        >
          {(control) => <TextInput {...control} name="email" type="email" autoComplete="email" required />}
        </Field>
        <div>
          <Button type="submit">{t("address.change")}</Button>
        </div>
      </form>
    </Setting>
  );
}

function Confirmed(): ReactNode {
  const t = useText("auth");
  return (
    <Pill tone="done" icon="st-done">
      {t("address.confirmed")}
    </Pill>
  );
}

function AskAgain(): ReactNode {
  const t = useText("auth");
  return (
    <>
      <Pill tone="active" icon="alert">
        {t("address.unconfirmed")}
      </Pill>
      <form method="post" action={confirmationPath}>
        <Button type="submit">{t("address.again")}</Button>
      </form>
    </>
  );
}
