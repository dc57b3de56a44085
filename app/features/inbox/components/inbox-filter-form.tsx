import { inboxPath } from "~/features/site/paths";
import { useText } from "~/platform/i18n/use-text";
import { Button } from "~/ui/primitives/button";
import { Checkbox } from "~/ui/primitives/checkbox";
import { Disclosure } from "~/ui/primitives/disclosure";
import { Field } from "~/ui/primitives/field";
import { Select } from "~/ui/primitives/select";
import type { ChoiceGroup } from "./inbox-choices";

/** The same choices as a form, where a screen has no room for a column of them. */
export function InboxFilterForm({ groups, isLate }: { groups: readonly ChoiceGroup[]; isLate: boolean }) {
  const t = useText("inbox");
  return (
    <Disclosure summary={t("filters")}>
      <form className="stack" data-gap="3" action={inboxPath}>
        {groups.map(({ name, choices }) => (
          <Field key={name} id={`by-${name}`} label={t(`groups.${name}`)}>
            {(control) => (
              <Select
                {...control}
                name={name}
                defaultValue={choices.find(({ isCurrent }) => isCurrent)?.filters[name] ?? ""}
                options={choices.map(({ filters, label, count }) => ({
                  value: filters[name] ?? "",
                  label: `${label} (${count})`,
                }))}
              />
            )}
          </Field>
        ))}
        <Checkbox name="late" value="1" label={t("onlyLate")} defaultChecked={isLate} />
        <Button>{t("filter")}</Button>
      </form>
    </Disclosure>
  );
}
