import { useText } from "~/platform/i18n/use-text";
import { Facts } from "~/ui/patterns/facts";
import { Notice } from "~/ui/primitives/notice";
import type { KnownIssueValues } from "../form-values";

const texts = ["summary", "workaround", "versions"] as const;

/** Beside what was typed: how it stands by now, when somebody saved it meanwhile. */
export function CurrentIssue({ values }: { values: KnownIssueValues }) {
  const t = useText("knownIssues");
  const state = values.state as "investigating" | "identified" | "testing" | "fixed";
  return (
    <div className="stack mb-6" data-gap="3">
      <Notice tone="active" icon="alert" isUrgent>
        {t("form.changed")}
      </Notice>
      <Facts
        items={[
          { term: t("form.state"), detail: t(`state.${state}`) },
          ...texts.flatMap((name) =>
            values[name] ? [{ term: t(`form.${name}`), detail: values[name] }] : [],
          ),
          ...(values["next-update"] ? [{ term: t("form.nextUpdate"), detail: values["next-update"] }] : []),
          ...(values.urgent ? [{ term: t("form.urgent"), detail: "✓" }] : []),
        ]}
      />
    </div>
  );
}
