import { useText } from "~/platform/i18n/use-text";
import { Button } from "../primitives/button";
import { Icon } from "../primitives/icon";
import { IconButton } from "../primitives/icon-button";

export interface ComposerBarProps {
  controlId: string;
  fileInputId?: string;
  previewButton?: { name: string; value: string };
}

/** Formatting needs the script, so those keys hide where there is none; attaching and preview do not. */
export function ComposerBar({ controlId, fileInputId, previewButton }: ComposerBarProps) {
  const t = useText("common");
  return (
    <div
      className="composer-bar"
      role="toolbar"
      aria-controls={controlId}
      aria-label={t("composer.formatting")}
      data-markdown-bar={controlId}
    >
      <IconButton
        icon="bold"
        label={t("composer.bold")}
        data-markdown="bold"
        data-sample={t("composer.boldText")}
        aria-keyshortcuts="Control+B"
      />
      <IconButton
        icon="italic"
        label={t("composer.italic")}
        data-markdown="italic"
        data-sample={t("composer.italicText")}
        data-wide
        aria-keyshortcuts="Control+I"
      />
      <IconButton
        icon="link"
        label={t("composer.link")}
        data-markdown="link"
        data-sample={t("composer.linkText")}
        aria-keyshortcuts="Control+K"
      />
      <span className="sep" />
      <IconButton icon="quote" label={t("composer.quote")} data-markdown="quote" />
      <IconButton
        icon="code"
        label={t("composer.code")}
        data-markdown="code"
        data-sample={t("composer.codeText")}
      />
      <IconButton icon="ul" label={t("composer.list")} data-markdown="list" />
      {fileInputId && (
        <>
          <span className="sep" />
          <label className="icon-btn" htmlFor={fileInputId} title={t("composer.attach")} data-needs-script>
            <Icon name="image" label={t("composer.attach")} />
          </label>
        </>
      )}
      {previewButton && (
        <Button className="push" kind="ghost" icon="eye" formNoValidate {...previewButton}>
          {t("composer.preview")}
        </Button>
      )}
    </div>
  );
}
