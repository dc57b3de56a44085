import { useText } from "~/platform/i18n/use-text";

export interface KeyGroup {
  title: string;
  keys: { keys: readonly string[]; what: string }[];
}

/** All keys and what they do. The script shows the same list over any page. */
export function KeyList({ groups }: { groups: readonly KeyGroup[] }) {
  const t = useText("common");
  return (
    <div className="key-list" data-key-list data-close={t("actions.close")}>
      {groups.map(({ title, keys }) => (
        <section key={title}>
          <h2 className="section-title">{title}</h2>
          <dl>
            {keys.map(({ keys: pressed, what }) => (
              <div key={what}>
                <dt>
                  {pressed.map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}
