import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireMember } from "~/features/auth/identifying.server";
import { pageMeta } from "~/features/site/page-meta";
import { TagForms } from "~/features/tags/components/tag-forms";
import { MergeTagSchema, RenameTagSchema } from "~/features/tags/input";
import { getTag } from "~/features/tags/listing.server";
import { deleteTag, mergeTag, renameTag } from "~/features/tags/managing.server";
import { tagPath, tagsPath } from "~/features/tags/paths";
import { mayManageTags } from "~/features/tags/policy";
import { Forbidden } from "~/platform/errors";
import { formAgain, seeOther } from "~/platform/http/answer.server";
import { type FormFailure, fieldError } from "~/platform/http/form-errors";
import { parseForm } from "~/platform/http/parse-form";
import { readForm } from "~/platform/http/read-form.server";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { FormPage } from "~/ui/layouts/form-page";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireMember(args);
  if (!mayManageTags(ctx.actor)) throw new Forbidden("tags.manage");
  return { tag: await getTag(ctx, args.params.slug ?? "") };
}

/** POST names it, PUT merges it into another one, DELETE takes it away. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireMember(args);
  if (!mayManageTags(ctx.actor)) throw new Forbidden("tags.manage");
  const slug = args.params.slug ?? "";
  const { method, values } = await readForm(args.request);
  if (method === "DELETE") {
    await deleteTag(ctx, { slug });
    return seeOther(tagsPath);
  }
  if (method === "PUT") {
    const parsed = parseForm(MergeTagSchema, values);
    if (!parsed.ok) return formAgain(parsed.errors, values);
    const outcome = await mergeTag(ctx, { slug, ...parsed.value });
    return outcome.ok
      ? seeOther(tagPath(outcome.slug))
      : formAgain(fieldError("into", outcome.reason), values);
  }
  const parsed = parseForm(RenameTagSchema, values);
  if (!parsed.ok) return formAgain(parsed.errors, values);
  const { name, reserved: isReserved } = parsed.value;
  const outcome = await renameTag(ctx, { slug, name, isReserved });
  return outcome.ok
    ? seeOther(tagPath(outcome.slug))
    : formAgain(fieldError("name", outcome.reason), values, { status: 409 });
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (locale) => ({
    title: translator(locale, "tags")("form.pageTitle", { name: args.data?.tag.name ?? "" }),
    isIndexed: false,
  }));

export default function EditTag() {
  const { tag } = useLoaderData<typeof loader>();
  const failure = useActionData<FormFailure>();
  const t = useText("tags");
  return (
    <FormPage title={t("form.pageTitle", { name: tag.name })}>
      <TagForms tag={tag} failure={failure} />
    </FormPage>
  );
}
