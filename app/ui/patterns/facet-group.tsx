export interface FacetOption {
  value: string;
  label: string;
  count?: string;
  isChecked?: boolean;
  lang?: string;
}

export interface FacetGroupProps {
  legend: string;
  name: string;
  options: readonly FacetOption[];
  /** One value instead of several. */
  isSingle?: boolean;
}

export function FacetGroup({ legend, name, options, isSingle }: FacetGroupProps) {
  return (
    <fieldset className="facet">
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option.value} lang={option.lang}>
          <input
            type={isSingle ? "radio" : "checkbox"}
            name={name}
            value={option.value}
            defaultChecked={option.isChecked}
          />
          {option.label} {option.count && <span className="n">{option.count}</span>}
        </label>
      ))}
    </fieldset>
  );
}
