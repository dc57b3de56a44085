import { useText } from "~/platform/i18n/use-text";
import { Disclosure } from "~/ui/primitives/disclosure";
import { Setting } from "~/ui/patterns/setting";
import { SettingItem } from "~/ui/patterns/setting-item";
import { Button } from "~/ui/primitives/button";
import { Field } from "~/ui/primitives/field";
import { HiddenFields } from "~/ui/primitives/hidden-fields";
import { Notice } from "~/ui/primitives/notice";
import { TextInput } from "~/ui/primitives/text-input";
import { Time } from "~/ui/primitives/time";
import { passkeyOptionsPath, passkeyPath, passkeysPath } from "../paths";
import type { OwnPasskey } from "../protection.server";

export interface PasskeySettingProps {
  /** Whether browsers keep passkeys for the address of this site. */
  isOffered: boolean;
  passkeys: OwnPasskey[];
  /** What the browser and system call themselves: the name a new key begins with. */
  suggestedName: string;
  said: "added" | "refused" | "last" | null;
  now: Date;
}

export function PasskeySetting({ isOffered, passkeys, suggestedName, said, now }: PasskeySettingProps) {
  const t = useText("auth");
  return (
    <Setting id="passkeys" title={t("passkey.title")} about={t("passkey.text")}>
      {said && <Notice tone={said === "added" ? "done" : "danger"}>{t(`passkey.said.${said}`)}</Notice>}
      {passkeys.length > 0 && (
        <ul>
          {passkeys.map((passkey) => (
            <PasskeyItem key={passkey.id} passkey={passkey} now={now} />
          ))}
        </ul>
      )}
      {isOffered ? <NewPasskey suggestedName={suggestedName} /> : <NoPasskeyHere />}
    </Setting>
  );
}

function NewPasskey({ suggestedName }: Pick<PasskeySettingProps, "suggestedName">) {
  const t = useText("auth");
  return (
    <>
      <form
        method="post"
        action={passkeysPath}
        className="stack measure"
        data-passkey="create"
        data-options={passkeyOptionsPath}
        data-failed={t("passkey.failed")}
        hidden
      >
        <input type="hidden" name="credential" />
        <Field id="passkey-name" label={t("passkey.name")} hint={t("passkey.nameHint")}>
          {(control) => <TextInput {...control} name="name" defaultValue={suggestedName} maxLength={60} />}
        </Field>
        <div>
          <Button type="submit" icon="plus">
            {t("passkey.add")}
          </Button>
        </div>
        <p className="error small" role="alert" data-passkey-error hidden />
      </form>
      <noscript>
        <p className="small muted">{t("passkey.needsScript")}</p>
      </noscript>
    </>
  );
}

function NoPasskeyHere() {
  return <p className="small muted">{useText("auth")("passkey.notHere")}</p>;
}

function PasskeyItem({
  passkey: { id, name, createdAt, lastUsedAt },
  now,
}: {
  passkey: OwnPasskey;
  now: Date;
}) {
  const t = useText("auth");
  return (
    <SettingItem
      icon="key"
      title={<bdi>{name}</bdi>}
      note={t.rich(lastUsedAt ? "passkey.used" : "passkey.unused", {
        added: () => <Time at={createdAt} now={now} form="day" />,
        used: () => <Time at={lastUsedAt ?? createdAt} now={now} form="relative" />,
      })}
      end={
        <>
          <Disclosure summary={t("passkey.rename")}>
            <form method="post" action={passkeyPath(id)} className="cluster">
              <HiddenFields method="PUT" />
              <TextInput
                name="name"
                defaultValue={name}
                maxLength={60}
                aria-label={t("passkey.name")}
                required
              />
              <Button type="submit">{t("passkey.save")}</Button>
            </form>
          </Disclosure>
          <form method="post" action={passkeyPath(id)}>
            <HiddenFields method="DELETE" />
            <Button kind="ghost" type="submit" aria-label={t("passkey.removeNamed", { name })}>
              {t("passkey.remove")}
            </Button>
          </form>
        </>
      }
    />
  );
}
