import type { AddressState } from "~/features/mailing/address-state.server";
import { useText } from "~/platform/i18n/use-text";
import { Setting } from "~/ui/patterns/setting";
import { Button } from "~/ui/primitives/button";
import { HiddenFields } from "~/ui/primitives/hidden-fields";
import { Notice } from "~/ui/primitives/notice";
import { mailAddressPath, mailCodePath } from "../paths";

/** Whether mail arrives, and the sign it carries. */
export function MailSection({ address, code }: { address: AddressState; code: string | null }) {
  const t = useText("notifications");
  return (
    <>
      <Setting id="address" title={t("choosing.address.title")}>
        {address.is === "none" && <p>{t("choosing.address.none")}</p>}
        {address.is === "confirmed" && <p>{t("choosing.address.confirmed", { address: address.address })}</p>}
        {address.is === "unconfirmed" && (
          <Notice tone="active">{t("choosing.address.unconfirmed", { address: address.address })}</Notice>
        )}
        {address.is === "bounced" && (
          <form method="post" action={mailAddressPath} className="stack">
            <Notice tone="danger">
              {t("choosing.address.bounced", { address: address.address, reason: address.reason })}
            </Notice>
            <div>
              <Button type="submit">{t("choosing.address.again")}</Button>
            </div>
          </form>
        )}
      </Setting>
      <Setting id="code" title={t("choosing.code.title")} about={t("choosing.code.text")}>
        <p>{code ? t("choosing.code.made", { code }) : t("choosing.code.none")}</p>
        <div className="cluster mt-4">
          <form method="post" action={mailCodePath}>
            <Button type="submit">{t(code ? "choosing.code.another" : "choosing.code.make")}</Button>
          </form>
          {code && (
            <form method="post" action={mailCodePath}>
              <HiddenFields method="DELETE" />
              <Button kind="ghost" type="submit">
                {t("choosing.code.remove")}
              </Button>
            </form>
          )}
        </div>
      </Setting>
    </>
  );
}
