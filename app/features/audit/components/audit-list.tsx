import { useText } from "~/platform/i18n/use-text";
import { Time } from "~/ui/primitives/time";
import { isAuditKind } from "../entry";
import type { AuditLine } from "../reading.server";

/** Who did what, as it was written then. */
export function AuditList({ lines, now }: { lines: readonly AuditLine[]; now: Date }) {
  const t = useText("audit");
  return (
    <ol className="lines" role="list">
      {lines.map(({ id, at, kind, actorName, detail, hash }) => (
        <li className="line-item" key={id}>
          <b>{isAuditKind(kind) ? t(`kinds.${kind}`) : kind}</b>
          <p className="small">
            {Object.entries(detail)
              .filter(([, value]) => value !== null && value !== "")
              .map(([name, value], index) => (
                <span key={name}>
                  {index > 0 && " · "}
                  <span className="muted">{nameOf(name)}:</span> <bdi>{String(value)}</bdi>
                </span>
              ))}
          </p>
          <p className="xs faint">
            {t("number", { id })} · <Time at={at} now={now} form="exact" /> · {actorName || t("system")} ·{" "}
            <code title={hash}>{hash.slice(0, 12)}</code>
          </p>
        </li>
      ))}
    </ol>
  );

  function nameOf(name: string): string {
    const key = `details.${name}` as Parameters<typeof t>[0];
    return t.has(key) ? t(key) : name;
  }
}
