import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { memberPath } from "~/features/members/paths";
import { MyPage } from "~/features/topics/components/my-page";
import { MyTopics } from "~/features/topics/components/my-topics";
import { myMeta } from "~/features/topics/my-meta";
import { useText } from "~/platform/i18n/use-text";
import { readMyTopics } from "./my-topics.server";

export async function loader(args: LoaderFunctionArgs) {
  return readMyTopics(args, "posted");
}

export const meta: MetaFunction<typeof loader> = (args) => myMeta(args, "posted");

export default function MyPosted() {
  const { name, ...page } = useLoaderData<typeof loader>();
  const t = useText("me");
  return (
    <MyPage section="posted" name={name}>
      <MyTopics section="posted" {...page} />
      <p className="small muted mt-4">
        {t.rich("replies", { link: (words) => <a href={`${memberPath({ name })}#replies`}>{words}</a> })}
      </p>
    </MyPage>
  );
}
