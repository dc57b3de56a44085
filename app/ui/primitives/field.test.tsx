import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LocaleProvider } from "~/platform/i18n/use-text";
import { Field } from "./field";
import { FormErrorSummary } from "./form-error-summary";
import { TextInput } from "./text-input";

function field(props: { hint?: string; error?: string; isOptional?: boolean }): string {
  return renderToStaticMarkup(
    <LocaleProvider value="zh-CN">
      <Field id="title" label="标题" {...props}>
        {(control) => <TextInput {...control} name="title" />}
      </Field>
    </LocaleProvider>,
  );
}

test("an error belongs to its control and is heard before the hint", () => {
  const html = field({ hint: "写一行", error: "太短了" });
  expect(html).toContain('aria-describedby="title-error title-hint"');
  expect(html).toContain('aria-invalid="true"');
  expect(html).toContain('<p class="error" id="title-error">');
});

test("a control without hint or error is described by nothing", () => {
  const html = field({ isOptional: true });
  expect(html).not.toContain("aria-");
  expect(html).toContain('<span class="opt">选填</span>');
});

test("a form without errors has no summary, one with errors leads to each control", () => {
  expect(renderToStaticMarkup(<FormErrorSummary errors={[]} />)).toBe("");
  const html = renderToStaticMarkup(
    <FormErrorSummary errors={[{ controlId: "title", message: "Too short." }]} />,
  );
  expect(html).toContain('<a href="#title">Too short.</a>');
  expect(html).toContain("One thing needs another look");
});
