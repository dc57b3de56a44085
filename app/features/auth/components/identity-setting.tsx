import { useText } from "~/platform/i18n/use-text";
import { Setting } from "~/ui/patterns/setting";
import { SettingItem } from "~/ui/patterns/setting-item";
import { Button } from "~/ui/primitives/button";
import { HiddenFields } from "~/ui/primitives/hidden-fields";
import { Notice } from "~/ui/primitives/notice";
import { Time } from "~/ui/primitives/time";
import type { OwnIdentity } from "../external/identities.server";
import { identitiesPath, identityPath } from "../paths";
import { ProviderButton } from "./provider-button";

export interface IdentitySettingProps {
  identities: OwnIdentity[];
  /** What the sign-in provider is called; null where the site has none. */
  provider: string | null;
  said: "linked" | "removed" | "last" | null;
  now: Date;
}

/** Accounts elsewhere that open this one. Nothing to see where the site takes nobody's word. */
export function IdentitySetting({ identities, provider, said, now }: IdentitySettingProps) {
  const t = useText("auth");
  if (identities.length === 0 && provider === null) return null;
  const isLinked = identities.some(({ place, isInUse }) => isInUse && place === provider);
  return (
    <Setting id="elsewhere" title={t("identities.title")} about={t("identities.text")}>
      {said && <Notice tone={said === "last" ? "danger" : "done"}>{t(`identities.said.${said}`)}</Notice>}
      {identities.length > 0 && (
        <ul>
          {identities.map(({ handle, place, isInUse, createdAt }) => {
            const name = place ?? t("elsewhere.app");
            return (
              <SettingItem
                key={handle}
                icon="link"
                title={<bdi>{name}</bdi>}
                note={t.rich(isInUse ? "identities.since" : "identities.unused", {
                  at: () => <Time at={createdAt} now={now} form="day" />,
                })}
                end={
                  <form method="post" action={identityPath(handle)}>
                    <HiddenFields method="DELETE" />
                    <Button kind="ghost" type="submit" aria-label={t("identities.removeNamed", { name })}>
                      {t("identities.remove")}
                    </Button>
                  </form>
                }
              />
            );
          })}
        </ul>
      )}
      {provider && !isLinked && (
        <ProviderButton
          action={identitiesPath}
          name={provider}
          label={t("identities.connect", { name: provider })}
        />
      )}
    </Setting>
  );
}
