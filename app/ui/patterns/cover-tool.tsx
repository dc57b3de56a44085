import { useText } from "~/platform/i18n/use-text";
import { Button } from "../primitives/button";

const sides = ["left", "top", "width", "height"] as const;

/** Markup of the tool that paints boxes over a picture; the script copies it when it is asked for. */
export function CoverTool() {
  const t = useText("common");
  return (
    <template data-cover-tool>
      <dialog
        className="cover-tool"
        aria-label={t("covering.title")}
        data-text-box={t("covering.box", { index: "{index}" })}
        data-text-crop={t("covering.cropBox")}
        data-text-failed={t("covering.failed")}
      >
        <h2>
          {t("covering.title")} <bdi data-cover-name />
        </h2>
        <p>{t("covering.promise")}</p>
        <div className="cover-room">
          <div className="cover-stage" role="group" aria-label={t("covering.picture")} data-cover-stage>
            <canvas aria-hidden="true" />
          </div>
        </div>
        <div className="cover-keys">
          <Button icon="cover" type="button" disabled data-cover-do="add">
            {t("covering.add")}
          </Button>
          <Button icon="expand" type="button" aria-pressed="false" disabled data-cover-do="crop">
            {t("covering.crop")}
          </Button>
          <Button icon="trash" type="button" kind="ghost" disabled data-cover-do="remove">
            {t("covering.remove")}
          </Button>
          <Button icon="undo" type="button" kind="ghost" disabled data-cover-do="undo">
            {t("covering.undo")}
          </Button>
        </div>
        <fieldset className="cover-numbers" data-cover-numbers>
          <legend data-cover-chosen>{t("covering.none")}</legend>
          {sides.map((side) => (
            <label key={side}>
              {t(`covering.${side}`)}
              <input
                className="input"
                type="number"
                inputMode="numeric"
                min={0}
                step={1}
                data-cover-side={side}
              />
            </label>
          ))}
        </fieldset>
        <p className="hint">{t("covering.keys")}</p>
        <p className="error" role="alert" data-cover-error />
        <div className="cover-foot">
          <Button type="button" kind="primary" disabled data-cover-do="apply">
            {t("covering.apply")}
          </Button>
          <Button type="button" data-cover-do="cancel">
            {t("covering.cancel")}
          </Button>
        </div>
      </dialog>
    </template>
  );
}
