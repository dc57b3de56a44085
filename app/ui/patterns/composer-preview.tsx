import type { ReactNode } from "react";
import { useText } from "~/platform/i18n/use-text";

/** Where a text is shown as it will be posted; nothing until it was asked for. The script fills it in place. */
export function ComposerPreview({ children }: { children?: ReactNode }) {
  const t = useText("common");
  if (!children) return <div data-preview hidden />;
  return (
    <section className="composer-preview" data-preview aria-label={t("composer.preview")}>
      <h2 className="xs faint" tabIndex={-1}>
        {t("composer.previewTitle")}
      </h2>
      {children}
    </section>
  );
}
