import { useLocale, useText } from "~/platform/i18n/use-text";
import { type ChangedPart, foldUnchanged } from "./fold-unchanged";

export interface TextChangesProps {
  /** The runs of a text that stayed, came and went, in order. */
  parts: readonly ChangedPart[];
  lang?: string;
}

/**
 * Two texts in one. Which is which is said by the marks' own meaning, and by line and underline, not by colour alone.
 * Long runs that stayed are folded, with and without script.
 */
export function TextChanges({ parts, lang }: TextChangesProps) {
  const t = useText("common");
  const locale = useLocale();
  return (
    <div className="changes" lang={lang}>
      {foldUnchanged(parts).map(({ kind, text }, index, all) => {
        if (kind === "added") return <ins key={index}>{text}</ins>;
        if (kind === "removed") return <del key={index}>{text}</del>;
        if (kind === "same") {
          // A fold is a line by itself: what ends or begins one beside it would stand as an empty line.
          const start = all[index - 1]?.kind === "folded" ? text.replace(/^\n+/, "") : text;
          return (
            <span key={index}>{all[index + 1]?.kind === "folded" ? start.replace(/\n+$/, "") : start}</span>
          );
        }
        return (
          <details key={index}>
            <summary lang={locale}>{t("changes.unchanged", { lines: linesIn(text) })}</summary>
            {text.trim()}
          </details>
        );
      })}
    </div>
  );
}

function linesIn(text: string): number {
  return text.split("\n").filter((line) => line.trim() !== "").length;
}
