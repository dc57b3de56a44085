import { Fragment } from "react";
import { useText } from "~/platform/i18n/use-text";
import type { FormerName } from "../former-names.server";

const shownAtMost = 10;

/** Under which names somebody of the team stood here before, the latest first. */
export function FormerNames({ names }: { names: readonly Pick<FormerName, "kind" | "from">[] }) {
  const t = useText("members");
  const written = names.map(({ kind, from }) => (kind === "name" ? `@${from}` : from));
  const shown = [...new Set(written)].slice(0, shownAtMost);
  return (
    <>
      {t("roster.formerly")}{" "}
      {shown.map((name, index) => (
        <Fragment key={name}>
          {index > 0 && t("roster.formerlyAnd")}
          <bdi>{name}</bdi>
        </Fragment>
      ))}
    </>
  );
}
