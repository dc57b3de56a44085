import { expect, test } from "vitest";
import { renderMail } from "./rendering";
import { darkRules } from "./templates/colours";

test("the rules for dark programs arrive as they are written, and a code never breaks in two", () => {
  const { html } = renderMail({
    ...{
      locale: "en",
      siteName: "Harbour",
      home: "https://harbour.test",
      subject: "S",
      preview: "P",
      heading: "H",
    },
    ...{ paragraphs: [], code: "B2W7-VKFR", reason: "R", links: [] },
  });
  expect(html).toContain(darkRules);
  expect(html).toMatch(/white-space:nowrap[^>]*>B2W7-VKFR</);
});
