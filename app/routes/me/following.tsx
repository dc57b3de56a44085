import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireMember } from "~/features/auth/identifying.server";
import { listAreaFollows } from "~/features/topics/area-following.server";
import { FollowingForm } from "~/features/topics/components/following-form";
import { MyPage } from "~/features/topics/components/my-page";
import { setFollows } from "~/features/topics/following.server";
import { FollowsSchema } from "~/features/topics/input";
import { myMeta } from "~/features/topics/my-meta";
import { mySectionPath } from "~/features/topics/my-section";
import { BadRequest } from "~/platform/errors";
import { seeOther } from "~/platform/http/answer.server";
import { readForm } from "~/platform/http/read-form.server";
import { useText } from "~/platform/i18n/use-text";
import { Notice } from "~/ui/primitives/notice";
import { readMyTopics } from "./my-topics.server";

export async function loader(args: LoaderFunctionArgs) {
  const query = new URL(args.request.url).searchParams;
  const changed = /^\d{1,3}$/.exec(query.get("changed") ?? "")?.[0];
  return {
    ...(await readMyTopics(args, "following")),
    areas: await listAreaFollows(await requireMember(args)),
    isMuted: query.get("level") === "muted",
    changed: changed === undefined ? null : Number(changed),
  };
}

/** One level for every chosen topic. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireMember(args);
  const form = await readForm(args.request);
  const input = FollowsSchema.safeParse({ numbers: form.all("topic"), level: form.values.level });
  if (!input.success) throw new BadRequest("follow-level");
  const { count } = await setFollows(ctx, input.data);
  return seeOther(`${mySectionPath("following")}?changed=${count}`);
}

export const meta: MetaFunction<typeof loader> = (args) => myMeta(args, "following");

export default function MyFollowing() {
  const { name, changed, ...following } = useLoaderData<typeof loader>();
  const t = useText("me");
  return (
    <MyPage section="following" name={name}>
      {changed !== null && (
        <Notice tone={changed > 0 ? "done" : "active"}>
          {changed > 0 ? t("follow.done", { count: changed }) : t("follow.none")}
        </Notice>
      )}
      <FollowingForm {...following} />
    </MyPage>
  );
}
