import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireMember } from "~/features/auth/identifying.server";
import { discussionListPath } from "~/features/discussions/paths";
import { areaName } from "~/features/site/area";
import { pageMeta } from "~/features/site/page-meta";
import { getAreaFollow, setAreaFollow } from "~/features/topics/area-following.server";
import { AreaFollowForm } from "~/features/topics/components/area-follow-form";
import { AreaFollowSchema } from "~/features/topics/input";
import { BadRequest } from "~/platform/errors";
import { safePath, seeOther } from "~/platform/http/answer.server";
import { readForm } from "~/platform/http/read-form.server";
import { translator } from "~/platform/i18n/translator";
import { useLocale, useText } from "~/platform/i18n/use-text";
import { FormPage } from "~/ui/layouts/form-page";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireMember(args);
  return getAreaFollow(ctx, args.params.slug!);
}

/** POST sets the level; an empty one, or DELETE, takes the word back. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireMember(args);
  const { method, values } = await readForm(args.request);
  const input = AreaFollowSchema.safeParse(values);
  if (!input.success && method !== "DELETE") throw new BadRequest("follow-level");
  const level = method === "DELETE" ? null : (input.data?.level ?? null);
  const slug = args.params.slug!;
  await setAreaFollow(ctx, { slug, level });
  return seeOther(safePath(values.back, discussionListPath({ area: slug })));
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (locale) => ({
    title: translator(locale, "following")("area.title", {
      area: args.data ? areaName(args.data.area, locale) : "",
    }),
    isIndexed: false,
  }));

export default function FollowArea() {
  const { area, level } = useLoaderData<typeof loader>();
  const t = useText("following");
  const locale = useLocale();
  return (
    <FormPage title={t("area.title", { area: areaName(area, locale) })} lede={t("area.lede")}>
      <AreaFollowForm slug={area.slug} level={level} />
    </FormPage>
  );
}
