import { useText } from "~/platform/i18n/use-text";
import { ButtonLink } from "~/ui/primitives/button-link";
import { suspensionPath } from "../paths";

/** The way to suspend somebody, or to what was said about it. */
export function SuspensionLink({ member }: { member: { name: string; isSuspended: boolean } }) {
  const t = useText("suspensions");
  return (
    <ButtonLink href={suspensionPath(member)}>
      {t(member.isSuspended ? "link.standing" : "link.suspend")}
    </ButtonLink>
  );
}
