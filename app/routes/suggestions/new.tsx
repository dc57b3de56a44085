import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { filesAgain, readPost } from "~/features/attachments/upload-form.server";
import { requireMember, visitor } from "~/features/auth/identifying.server";
import { JoinedNotice } from "~/features/search/components/joined-notice";
import { SimilarList } from "~/features/search/components/similar-list";
import { similarPath } from "~/features/search/paths";
import { findSimilar } from "~/features/search/similar.server";
import type { SimilarThing } from "~/features/search/similar-thing";
import { listAreas } from "~/features/site/areas.server";
import { pageMeta } from "~/features/site/page-meta";
import { SuggestionForm } from "~/features/suggestions/components/suggestion-form";
import { formId } from "~/features/suggestions/form-ids";
import type { Preview } from "~/features/topics/components/text-preview";
import { PostSuggestionSchema } from "~/features/suggestions/input";
import { postSuggestion } from "~/features/suggestions/posting.server";
import { formAgain, seeOther } from "~/platform/http/answer.server";
import { fieldError, type FormFailure, formError } from "~/platform/http/form-errors";
import { parseForm } from "~/platform/http/parse-form";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { FormPage } from "~/ui/layouts/form-page";
import { readFormDraft } from "../drafts/form-draft.server";
import { readJoined } from "../drafts/joined.server";
import { keepTyped } from "../drafts/keeping.server";
import { previewOf } from "../drafts/previewing.server";

const form = { id: formId, draft: { type: "suggestion" } } as const;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await visitor(args);
  const query = new URL(args.request.url).searchParams;
  const [areas, draft, joined] = await Promise.all([
    listAreas(ctx),
    readFormDraft(ctx, { type: "suggestion" }),
    readJoined(ctx, query),
  ]);
  return { areas, draft, joined, submission: ctx.actor && randomUUID(), area: query.get("area") };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireMember(args);
  const { form: sent, pictures } = await readPost(ctx, args.request);
  const { attachmentIds } = pictures;
  const values = { ...sent.values, ...pictures.values };
  const kept = () => keepTyped(ctx, { type: "suggestion" }, { form: sent, pictures, values });
  if (pictures.isAboutFiles) return filesAgain(pictures, await kept());
  if (sent.values.preview) {
    const preview = await previewOf(ctx, sent.values.body ?? "", pictures);
    return data({ errors: { fields: {} }, values: await kept(), preview });
  }
  const parsed = parseForm(PostSuggestionSchema, { ...sent.values, attachmentIds });
  if (!parsed.ok || !pictures.ok) {
    const fields = { ...pictures.errors.fields, ...(parsed.ok ? {} : parsed.errors.fields) };
    return formAgain({ fields }, await kept());
  }
  // Asked once, before posting; whoever saw the others and still posts means it.
  const alike = sent.values.asked ? [] : await findSimilar(ctx, { title: parsed.value.title });
  if (alike.length > 0) return data({ errors: { fields: {} }, values: await kept(), alike });
  const outcome = await postSuggestion(ctx, { ...parsed.value, draft: sent.values.draft });
  if (outcome.ok) return seeOther(outcome.location);
  return formAgain(
    outcome.reason === "area-unknown" ? fieldError("area", outcome.reason) : formError(outcome.reason),
    await kept(),
  );
}

export const meta: MetaFunction = (args) =>
  pageMeta(args, (locale) => ({ title: translator(locale, "suggestions")("form.open") }));

export default function NewSuggestion() {
  const { areas, submission, area, draft, joined } = useLoaderData<typeof loader>();
  const again = useActionData<FormFailure & { alike?: SimilarThing[]; preview?: Preview }>();
  const t = useText("suggestions");
  const isAsked = Boolean(again?.alike);
  return (
    <FormPage title={t("form.open")} lede={isAsked ? t("similar.kept") : t("form.pageLede")}>
      <JoinedNotice joined={joined} />
      <SuggestionForm
        areas={areas}
        submission={submission}
        area={area}
        draft={draft}
        failure={again}
        preview={again?.preview}
        isAsked={isAsked}
        similarUrl={similarPath(form.draft)}
        similar={again?.alike && <SimilarList things={again.alike} form={form} />}
      />
    </FormPage>
  );
}
