import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { filesAgain } from "~/features/attachments/upload-form.server";
import { requireMember, visitor } from "~/features/auth/identifying.server";
import { signInPath } from "~/features/auth/paths";
import { DiscussionForm } from "~/features/discussions/components/discussion-form";
import { KindChoice } from "~/features/discussions/components/kind-choice";
import { controlIds, formId } from "~/features/discussions/form-fields";
import { discussionsPath, newDiscussionPath } from "~/features/discussions/paths";
import { postDiscussion } from "~/features/discussions/posting.server";
import { JoinedNotice } from "~/features/search/components/joined-notice";
import { SimilarList } from "~/features/search/components/similar-list";
import { similarPath } from "~/features/search/paths";
import { findSimilar } from "~/features/search/similar.server";
import type { SimilarThing } from "~/features/search/similar-thing";
import { listAreas } from "~/features/site/areas.server";
import { pageMeta } from "~/features/site/page-meta";
import { suggestTags } from "~/features/tags/listing.server";
import type { Preview } from "~/features/topics/components/text-preview";
import { isDiscussionKind } from "~/features/topics/topic";
import { formAgain, seeOther } from "~/platform/http/answer.server";
import { fieldError, type FormFailure, formError } from "~/platform/http/form-errors";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { Page } from "~/ui/layouts/page";
import { PageHead } from "~/ui/layouts/page-head";
import { WithSide } from "~/ui/layouts/with-side";
import { SideSection } from "~/ui/patterns/side-section";
import { SimilarPanel } from "~/ui/patterns/similar-panel";
import { Breadcrumb } from "~/ui/primitives/breadcrumb";
import { ButtonLink } from "~/ui/primitives/button-link";
import { readFormDraft } from "../drafts/form-draft.server";
import { readJoined } from "../drafts/joined.server";
import { keepTyped } from "../drafts/keeping.server";
import { previewOf } from "../drafts/previewing.server";
import { readDiscussion } from "./sent-discussion.server";

type Again = FormFailure & { preview?: Preview; similar?: SimilarThing[] };

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await visitor(args);
  const { pathname, search, searchParams } = new URL(args.request.url);
  const kind = searchParams.get("kind");
  return {
    kind: isDiscussionKind(kind) ? kind : null,
    draft: isDiscussionKind(kind) ? await readFormDraft(ctx, { type: "discussion", kind }) : undefined,
    given: { area: searchParams.get("area"), title: searchParams.get("title") },
    joined: await readJoined(ctx, searchParams),
    areas: await listAreas(ctx),
    offeredTags: ctx.actor && isDiscussionKind(kind) ? await suggestTags(ctx, "") : [],
    submission: ctx.actor && randomUUID(),
    path: pathname + search,
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireMember(args);
  const sent = await readDiscussion(ctx, args.request);
  const { kind, parsed, pictures } = sent;
  const kept = () => (kind ? keepTyped(ctx, { type: "discussion", kind }, sent) : sent.values);
  if (pictures.isAboutFiles) return filesAgain(pictures, await kept());
  if (sent.values.preview) {
    const preview = await previewOf(ctx, parsed.draft, pictures);
    return data<Again>({ errors: { fields: {} }, values: await kept(), preview });
  }
  if (!kind || !parsed.ok || !pictures.ok) {
    return formAgain(
      { fields: { ...pictures.errors.fields, ...(parsed.ok ? {} : parsed.errors.fields) } },
      await kept(),
    );
  }
  // Asked once, before posting; whoever saw the others and still posts means it.
  const similar = sent.values.asked ? [] : await findSimilar(ctx, { title: parsed.value.title });
  if (similar.length > 0) return data<Again>({ errors: { fields: {} }, values: await kept(), similar });
  const outcome = await postDiscussion(ctx, {
    ...parsed.value,
    kind,
    attachmentIds: pictures.attachmentIds,
    draft: sent.values.draft,
  });
  if (outcome.ok) return seeOther(outcome.location);
  return formAgain(
    outcome.reason === "tag-reserved"
      ? fieldError("tags", outcome.reason, { name: outcome.name ?? "" })
      : outcome.reason === "area-unknown"
        ? fieldError("area", outcome.reason)
        : formError(outcome.reason),
    await kept(),
  );
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (locale) => {
    const t = translator(locale, "discussions");
    const kind = args.data?.kind;
    return { title: kind ? t(`create.kinds.${kind}.title`) : t("create.title") };
  });

export default function NewDiscussion() {
  const { kind, given, areas, offeredTags, submission, path, draft, joined } = useLoaderData<typeof loader>();
  const again = useActionData<Again>();
  const t = useText("discussions");
  const crumbs = <Breadcrumb items={[{ href: discussionsPath, label: t("title") }]} />;
  if (!kind) {
    return (
      <Page>
        {crumbs}
        <PageHead title={t("create.title")} lede={t("create.kindLede")} />
        <div className="measure">
          <KindChoice {...given} />
        </div>
      </Page>
    );
  }
  const isAsked = Boolean(again?.similar);
  return (
    <Page>
      {crumbs}
      <PageHead
        title={t(`create.kinds.${kind}.title`)}
        lede={isAsked ? t("create.similarKept") : t(`create.kinds.${kind}.lede`)}
      />
      <WithSide
        sideLabel={t("create.similarTitle")}
        side={
          <>
            <SimilarPanel
              id="similar"
              url={similarPath({ type: "discussion", kind })}
              watch={controlIds.title}
            />
            <SideSection title={t("side.safetyTitle")}>
              <p className="small muted">{t("side.safety")}</p>
            </SideSection>
            <SideSection title={t("create.otherKinds")}>
              <KindChoice except={kind} {...given} />
            </SideSection>
          </>
        }
      >
        <JoinedNotice joined={joined} />
        {submission ? (
          <DiscussionForm
            {...{ kind, areas, offeredTags, submission, given, isAsked, draft }}
            failure={again}
            preview={again?.preview}
            similar={
              again?.similar && (
                <SimilarList
                  things={again.similar}
                  form={{ id: formId, draft: { type: "discussion", kind } }}
                />
              )
            }
          />
        ) : (
          <div className="cluster">
            <ButtonLink kind="primary" href={signInPath(path || newDiscussionPath({ kind }))}>
              {t("create.signIn")}
            </ButtonLink>
            <span className="small muted">{t("create.signInNote")}</span>
          </div>
        )}
      </WithSide>
    </Page>
  );
}
