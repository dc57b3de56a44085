export interface HiddenFieldsProps {
  /** Made once per rendered form; the same value sent twice is done once. */
  submission?: string;
  /** What the form means when a browser can only say POST. */
  method?: "DELETE" | "PUT" | "PATCH";
  values?: Record<string, string | number | null | undefined>;
}

export function HiddenFields({ submission, method, values = {} }: HiddenFieldsProps) {
  return (
    <>
      {submission && <input type="hidden" name="submission" value={submission} />}
      {method && <input type="hidden" name="_method" value={method} />}
      {Object.entries(values).map(
        ([name, value]) =>
          value !== null &&
          value !== undefined && <input key={name} type="hidden" name={name} value={value} />,
      )}
    </>
  );
}
