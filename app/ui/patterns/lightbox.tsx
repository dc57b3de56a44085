import { useText } from "~/platform/i18n/use-text";
import { IconButton } from "../primitives/icon-button";

/** Empty until the script fills it with the picture that was pressed. */
export function Lightbox({ id }: { id: string }) {
  const t = useText("common");
  return (
    <div
      className="lightbox"
      popover="auto"
      id={id}
      role="dialog"
      aria-label={t("gallery.label")}
      data-lightbox
    >
      <figure>
        <div className="lightbox-stage" data-stage />
        <figcaption aria-live="polite" data-caption-text />
      </figure>
      <div className="lightbox-bar">
        <IconButton icon="left" label={t("gallery.previous")} data-step="-1" />
        <span data-position={t("gallery.position", { index: "{index}", total: "{total}" })} />
        <IconButton icon="right" label={t("gallery.next")} data-step="1" />
        <a className="btn" data-kind="ghost" data-original href="#" target="_blank" rel="noreferrer">
          {t("gallery.original")}
        </a>
        <IconButton
          icon="x"
          label={t("gallery.close")}
          popovertarget={id}
          popovertargetaction="hide"
          autoFocus
        />
      </div>
    </div>
  );
}
