import type { LoaderFunctionArgs } from "@remix-run/node";
import { renderToStaticMarkup } from "react-dom/server";
import { visitor } from "~/features/auth/identifying.server";
import { SimilarList } from "~/features/search/components/similar-list";
import { findSimilar } from "~/features/search/similar.server";
import { readDraftKey } from "~/features/topics/draft-form";
import { LocaleProvider } from "~/platform/i18n/use-text";
import { newTopicForm } from "../drafts/new-topic-form.server";

/** A fragment of markup for `?q=`, which the script puts beside the form being written, named by `?form=`. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await visitor(args);
  const query = new URL(args.request.url).searchParams;
  const form = newTopicForm(readDraftKey(query.get("form") ?? "")) ?? newTopicForm({ type: "suggestion" })!;
  const things = await findSimilar(ctx, { title: query.get("q") ?? "" });
  const markup = renderToStaticMarkup(
    <LocaleProvider value={ctx.locale}>
      <SimilarList things={things} form={form} />
    </LocaleProvider>,
  );
  return new Response(markup, {
    headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "private, no-store" },
  });
}
