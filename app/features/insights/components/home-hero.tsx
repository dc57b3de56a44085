import { type Area, areaName } from "~/features/site/area";
import { useSite } from "~/features/site/root-data";
import { useLocale, useText } from "~/platform/i18n/use-text";
import { BigSearch } from "~/ui/patterns/big-search";

/** Searching comes first: most of what goes wrong went wrong for somebody before. */
export function HomeHero({ areas }: { areas: readonly Area[] }) {
  const t = useText("home");
  const locale = useLocale();
  const { languages } = useSite();
  const other = languages.find((each) => each !== locale);
  return (
    <section className="hero">
      <div className="wrap hero-grid">
        <div>
          <h1>
            {t("question")} {other && <span lang={other}>{t("inOther")}</span>}
          </h1>
          <BigSearch
            action="/search"
            label={t("search.label")}
            placeholder={t("search.placeholder")}
            submit={t("search.submit")}
            suggestPath="/search/suggest"
          />
        </div>
        {areas.length > 0 && (
          <p className="asks">
            <span>{t("areas")}</span>{" "}
            {areas.map((area) => (
              <a key={area.slug} href={`/discussions?area=${encodeURIComponent(area.slug)}`}>
                {areaName(area, locale)}
              </a>
            ))}
          </p>
        )}
      </div>
    </section>
  );
}
