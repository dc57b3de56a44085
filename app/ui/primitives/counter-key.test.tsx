import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { CounterButton } from "./counter-button";
import { CounterKey } from "./counter-key";

const labels = { press: "Vote", release: "Remove your vote" };

test("a key that is up counts in, a key that is down counts out, without script too", () => {
  const up = renderToStaticMarkup(
    <CounterKey action="/vote" count={173} isPressed={false} labels={labels} />,
  );
  const down = renderToStaticMarkup(<CounterKey action="/vote" count={174} isPressed labels={labels} />);
  expect(up).toContain('method="post" action="/vote"');
  expect(up).not.toContain("_method");
  expect(down).toContain('<input type="hidden" name="_method" value="DELETE"/>');
});

test("the state and what a press does are said in words", () => {
  const down = renderToStaticMarkup(<CounterKey action="/vote" count={174} isPressed labels={labels} />);
  expect(down).toContain('aria-pressed="true"');
  expect(down).toMatch(/<span class="sr-only"[^>]*>Remove your vote<\/span>/);
});

test("a mark nobody made shows no zero", () => {
  const html = renderToStaticMarkup(
    <CounterButton action="/helpful" icon="thumb" isPressed={false} labels={labels} count={0} />,
  );
  expect(html).toMatch(/<span data-count="true" data-hide-zero="true"><\/span>/);
});
