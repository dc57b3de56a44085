import { useText } from "~/platform/i18n/use-text";
import { questionPath } from "../question-address";

const tips = ["words", "quoted", "without", "status", "official", "author", "kind", "after"] as const;

/** What can be typed, each an example that can be followed. */
export function SearchTips() {
  const t = useText("search");
  return (
    <section aria-labelledby="search-tips">
      <p className="muted measure">{t("start.help")}</p>
      <h2 className="label-cap mt-8 mb-4" id="search-tips">
        {t("start.filters")}
      </h2>
      <ul className="search-tips">
        {tips.map((tip) => (
          <li key={tip}>
            <a href={questionPath({ words: t(`tips.${tip}`) })}>
              <code>{t(`tips.${tip}`)}</code>
            </a>
            <span>{t(`tips.${tip}Means`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
