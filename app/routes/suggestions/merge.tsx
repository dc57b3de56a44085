import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireMember } from "~/features/auth/identifying.server";
import { pageMeta } from "~/features/site/page-meta";
import { MergeCandidates } from "~/features/suggestions/components/merge-candidates";
import { MergePreviewList } from "~/features/suggestions/components/merge-preview-list";
import { MergeSchema } from "~/features/suggestions/input";
import { readMergeCandidates } from "~/features/suggestions/merge-candidates.server";
import { previewMerge } from "~/features/suggestions/merge-preview.server";
import { mergeSuggestion } from "~/features/suggestions/merging.server";
import { mergePath } from "~/features/suggestions/paths";
import { mayMerge } from "~/features/suggestions/policy";
import { unmergeSuggestion } from "~/features/suggestions/unmerging.server";
import { topicNumberIn } from "~/features/topics/addressed";
import { NumberSchema } from "~/features/topics/input";
import { langOf } from "~/features/topics/language";
import { topicPath } from "~/features/topics/paths";
import { getTopic } from "~/features/topics/reading.server";
import { Forbidden, NotFound } from "~/platform/errors";
import { formAgain, seeOther } from "~/platform/http/answer.server";
import { fieldError, type FormFailure, formError } from "~/platform/http/form-errors";
import { parseForm } from "~/platform/http/parse-form";
import { readForm } from "~/platform/http/read-form.server";
import { translator } from "~/platform/i18n/translator";
import { useErrorText } from "~/platform/i18n/use-error-text";
import { useText } from "~/platform/i18n/use-text";
import { FormPage } from "~/ui/layouts/form-page";
import { Button } from "~/ui/primitives/button";
import { ButtonLink } from "~/ui/primitives/button-link";
import { Field } from "~/ui/primitives/field";
import { FormErrorSummary } from "~/ui/primitives/form-error-summary";
import { HiddenFields } from "~/ui/primitives/hidden-fields";
import { TextInput } from "~/ui/primitives/text-input";
import { findMergeCandidates } from "./merging.server";

/** First the survivor is chosen (`?q=`), then what will happen is shown (`?into=`) and agreed to. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireMember(args);
  if (!mayMerge(ctx.actor)) throw new Forbidden("suggestion.merge");
  const topic = await getTopic(ctx, topicNumberIn(args));
  if (topic.board !== "suggestion") throw new NotFound("suggestion");
  if (topic.status === "merged") throw seeOther(topicPath(topic));
  const { id, number, slug, title, language } = topic;
  const query = new URL(args.request.url).searchParams;
  const words = (query.get("q") ?? "").slice(0, 300);
  const into = NumberSchema.safeParse(query.get("into")).data;
  const [survivor] =
    into === undefined ? [] : await readMergeCandidates(ctx, { numbers: [into], except: number });
  return {
    ...{ number, slug, title, language, words },
    survivor: survivor ?? null,
    preview: survivor ? await previewMerge(ctx, { sourceId: id, survivorNumber: survivor.number }) : null,
    candidates: survivor ? [] : await findMergeCandidates(ctx, { number, title, words }),
    isUnknown: into !== undefined && !survivor,
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireMember(args);
  const number = topicNumberIn(args);
  const { method, values } = await readForm(args.request);
  if (method === "DELETE") {
    const outcome = await unmergeSuggestion(ctx, { number });
    return outcome.ok ? seeOther(topicPath(outcome)) : null;
  }
  if (!mayMerge(ctx.actor)) throw new Forbidden("suggestion.merge");
  const parsed = parseForm(MergeSchema, values);
  if (!parsed.ok) return formAgain(fieldError("q", "merge-target-required"), values);
  const outcome = await mergeSuggestion(ctx, { number, into: parsed.value.into });
  return outcome.ok
    ? seeOther(topicPath(outcome))
    : formAgain(formError(outcome.reason), values, { status: 409 });
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (locale) => ({
    title: translator(locale, "suggestions")("merge.pageTitle", { number: String(args.data?.number ?? "") }),
    isIndexed: false,
  }));

export default function Merge() {
  const { number, slug, title, language, words, survivor, preview, candidates, isUnknown } =
    useLoaderData<typeof loader>();
  const failure = useActionData<FormFailure>();
  const t = useText("suggestions");
  const errorText = useErrorText();
  const error = failure?.errors.form ?? failure?.errors.fields.q;
  const unknown = isUnknown ? { id: "merge-target-unknown" } : undefined;
  return (
    <FormPage
      title={t("merge.title")}
      lede={
        <a href={topicPath({ number, slug })} lang={langOf(language)}>
          {title}
        </a>
      }
    >
      <div className="stack">
        <FormErrorSummary errors={[]} message={errorText(error ?? unknown)} />
        {survivor && preview ? (
          <form className="stack" method="post" action={mergePath({ number })}>
            <HiddenFields values={{ into: survivor.number }} />
            <h2 className="section-title">{t("merge.whatHappens")}</h2>
            <p>
              {t.rich("merge.into", {
                title: survivor.title,
                link: (words) => (
                  <a className="text-link" href={topicPath(survivor)} lang={langOf(survivor.language)}>
                    {words}
                  </a>
                ),
              })}
            </p>
            <MergePreviewList preview={preview} />
            <div className="cluster">
              <Button kind="primary" icon="merge">
                {t("merge.confirm")}
              </Button>
              <ButtonLink href={mergePath({ number })}>{t("merge.chooseAnother")}</ButtonLink>
            </div>
          </form>
        ) : (
          <>
            <form className="stack" action={mergePath({ number })}>
              <Field id="merge-q" label={t("merge.search")} hint={t("merge.searchHint")}>
                {(control) => <TextInput {...control} type="search" name="q" defaultValue={words} />}
              </Field>
              <div>
                <Button icon="search">{t("merge.find")}</Button>
              </div>
            </form>
            <h2 className="section-title">{words ? t("merge.found") : t("merge.similar")}</h2>
            {candidates.length > 0 ? (
              <MergeCandidates number={number} items={candidates} />
            ) : (
              <p className="muted">{words ? t("merge.nothingFound") : t("merge.nothingSimilar")}</p>
            )}
          </>
        )}
      </div>
    </FormPage>
  );
}
