import { langOf } from "~/features/topics/language";
import { useText } from "~/platform/i18n/use-text";
import { Checkbox } from "~/ui/primitives/checkbox";
import { FieldError } from "~/ui/primitives/field-error";
import type { AnnouncementChoice } from "../choosing.server";

export interface AnnouncementChoicesProps {
  choices: readonly AnnouncementChoice[];
  /** Ids joined by blanks, as a refused form echoes them. */
  chosen: string;
  error: string | null;
}

/** The latest announcements to point to; folded, because most letters need none. */
export function AnnouncementChoices({ choices, chosen, error }: AnnouncementChoicesProps) {
  const t = useText("official");
  const ids = new Set(chosen.split(" "));
  if (choices.length === 0 && !error) return null;
  return (
    <details open={chosen !== "" || error !== null} id="official-announcements">
      <summary className="text-link">{t("compose.announcements")}</summary>
      <fieldset className="field mt-2" aria-describedby={error ? "official-announcements-error" : undefined}>
        <legend className="sr-only">{t("compose.announcements")}</legend>
        <div className="stack" data-gap="2">
          {choices.map(({ id, title, language, release, isDraft }) => (
            <Checkbox
              key={id}
              name="announcement"
              value={id}
              defaultChecked={ids.has(String(id))}
              label={
                <span lang={langOf(language)}>
                  {release && !title.includes(release) ? `${release} ${title}` : title}
                </span>
              }
              hint={isDraft && t("compose.draft")}
            />
          ))}
        </div>
        <span className="hint">{t("compose.announcementsHint")}</span>
        {error && <FieldError id="official-announcements-error">{error}</FieldError>}
      </fieldset>
    </details>
  );
}
