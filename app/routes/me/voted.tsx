import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { MyPage } from "~/features/topics/components/my-page";
import { MyTopics } from "~/features/topics/components/my-topics";
import { myMeta } from "~/features/topics/my-meta";
import { readMyTopics } from "./my-topics.server";

export async function loader(args: LoaderFunctionArgs) {
  return readMyTopics(args, "voted");
}

export const meta: MetaFunction<typeof loader> = (args) => myMeta(args, "voted");

export default function MyVoted() {
  const { name, ...page } = useLoaderData<typeof loader>();
  return (
    <MyPage section="voted" name={name}>
      <MyTopics section="voted" {...page} />
    </MyPage>
  );
}
