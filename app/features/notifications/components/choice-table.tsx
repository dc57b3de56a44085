import { useText } from "~/platform/i18n/use-text";
import { channels, channelsOf, type Choices, isWanted, type NoticeType } from "../notice";
import { choiceField } from "../settings-form";

/** What against how: a box for each, named in full for ears. */
export function ChoiceTable({ choices, types }: { choices: Choices; types: readonly NoticeType[] }) {
  const t = useText("notifications");
  return (
    <table className="choices">
      <thead>
        <tr>
          <th scope="col">{t("choosing.what")}</th>
          {channels.map((channel) => (
            <th key={channel} scope="col">
              {t(`choosing.channel.${channel}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {types.map((type) => (
          <tr key={type}>
            <th scope="row">{t(`type.${type}`)}</th>
            {channels.map((channel) => (
              <td key={channel}>
                {channelsOf(type).includes(channel) && (
                  <label>
                    <input
                      type="checkbox"
                      name={choiceField(type, channel)}
                      defaultChecked={isWanted(choices, type, channel)}
                      aria-label={t("choosing.cell", {
                        type: t(`type.${type}`),
                        channel: t(`choosing.channel.${channel}`),
                      })}
                    />
                  </label>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
