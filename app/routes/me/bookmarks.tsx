import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireMember } from "~/features/auth/identifying.server";
import { listBookmarks } from "~/features/topics/bookmarks.server";
import { BookmarkList } from "~/features/topics/components/bookmark-list";
import { MyPage } from "~/features/topics/components/my-page";
import { myMeta } from "~/features/topics/my-meta";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireMember(args);
  const after = new URL(args.request.url).searchParams.get("after");
  return { ...(await listBookmarks(ctx, after)), name: ctx.actor.name, now: ctx.clock.now() };
}

export const meta: MetaFunction<typeof loader> = (args) => myMeta(args, "bookmarks");

export default function MyBookmarks() {
  const { name, ...list } = useLoaderData<typeof loader>();
  return (
    <MyPage section="bookmarks" name={name}>
      <BookmarkList {...list} />
    </MyPage>
  );
}
