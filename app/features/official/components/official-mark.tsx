import { useText } from "~/platform/i18n/use-text";
import { StaffMark } from "~/ui/primitives/staff-mark";
import type { OfficialType } from "../official-reply";
import { letterId } from "../paths";

export interface OfficialMarkProps {
  replyId: number;
  /** Left out where its letter is not on the page: then the mark says only that it is official. */
  type?: OfficialType;
}

/** Beside the name on an official reply in its place in the thread; leads to its letter. */
export function OfficialMark({ replyId, type }: OfficialMarkProps) {
  const t = useText("official");
  const common = useText("common");
  if (!type) return <StaffMark>{common("official.mark")}</StaffMark>;
  return <StaffMark href={`#${letterId(replyId)}`}>{t("mark", { type: t(`types.${type}`) })}</StaffMark>;
}
