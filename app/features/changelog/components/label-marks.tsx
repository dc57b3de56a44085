import { useText } from "~/platform/i18n/use-text";
import { KindLabel } from "~/ui/primitives/kind-label";
import type { Label } from "../announcement";

/** The labels of an entry, in a line. */
export function LabelMarks({ labels }: { labels: readonly Label[] }) {
  const t = useText("changelog");
  return (
    <span className="cluster" data-gap="1">
      {labels.map((label) => (
        <KindLabel key={label} look={label} isInline>
          {t(`labels.${label}`)}
        </KindLabel>
      ))}
    </span>
  );
}
