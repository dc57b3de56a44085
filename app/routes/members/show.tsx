import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "~/features/auth/identifying.server";
import { ProfileHead } from "~/features/members/components/profile-head";
import { SuspensionLink } from "~/features/auth/components/suspension-link";
import { maySuspend } from "~/features/auth/suspension";
import { listFormerNames } from "~/features/members/former-names.server";
import { memberPath } from "~/features/members/paths";
import { isModerator } from "~/features/members/role";
import { getStanding } from "~/features/members/standing.server";
import { getMember, type PublicMember } from "~/features/members/reading.server";
import { pageMeta } from "~/features/site/page-meta";
import { useSite } from "~/features/site/root-data";
import { listRepliesBy, listTopicsBy } from "~/features/topics/by-member.server";
import { MemberReplies } from "~/features/topics/components/member-replies";
import { MemberTopics } from "~/features/topics/components/member-topics";
import { seeOther } from "~/platform/http/answer.server";
import { Page } from "~/ui/layouts/page";

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, () => ({
    title: args.data?.member.displayName ?? "",
    isIndexed: args.data !== undefined && isWorthFinding(args.data.member),
  }));

/** Whoever has written nothing yet could be anybody: such a page is a place for advertisements, not for search engines. */
function isWorthFinding({ origin, isSuspended, topicCount, replyCount }: PublicMember): boolean {
  return origin === "account" && !isSuspended && topicCount + replyCount > 0;
}

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await visitor(args);
  const member = await getMember(ctx, args.params.name!);
  if (member.name !== args.params.name) throw seeOther(memberPath(member));
  const query = new URL(args.request.url).searchParams;
  const onlySolutions = query.get("show") === "solutions";
  const isOfTeam = isModerator(member) || member.leftTeamAt !== null;
  const [formerNames, standing, topics, replies] = await Promise.all([
    isOfTeam ? listFormerNames(ctx, member.id) : [],
    getStanding(ctx, member.id),
    listTopicsBy(ctx, member.id, query.get("topics")),
    listRepliesBy(ctx, member.id, { after: query.get("replies"), onlySolutions }),
  ]);
  return {
    member,
    formerNames,
    standing,
    topics,
    replies,
    onlySolutions,
    now: ctx.clock.now(),
    isOwn: ctx.actor?.id === member.id,
    maySuspend: member.origin === "account" && maySuspend(ctx.actor, member),
  };
}

export default function MemberPage() {
  const { member, formerNames, standing, topics, replies, onlySolutions, now, isOwn, ...rest } =
    useLoaderData<typeof loader>();
  const site = useSite();
  const own = { name: member.displayName, path: memberPath(member), now };
  return (
    <Page>
      <ProfileHead
        member={member}
        formerNames={formerNames}
        standing={standing}
        siteName={site.name}
        now={now}
        isOwn={isOwn}
        acts={rest.maySuspend && <SuspensionLink member={member} />}
      />
      <div className="two mt-8">
        <MemberTopics {...own} topics={topics} />
        <MemberReplies {...own} replies={replies} onlySolutions={onlySolutions} />
      </div>
    </Page>
  );
}
