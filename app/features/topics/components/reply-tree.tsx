import { useText } from "~/platform/i18n/use-text";
import { Time } from "~/ui/primitives/time";
import { Absence } from "~/ui/patterns/absence";
import { Branch } from "~/ui/patterns/branch";
import { MoreLink } from "~/ui/primitives/more-link";
import { NewMark } from "~/ui/primitives/new-mark";
import { replyAnchor } from "../paths";
import { flatTrees, indentedLevels, type ReplyNode } from "../reply-tree";
import { ReplyArticle } from "./reply-article";
import type { ReplyThread } from "./reply-thread";

/** From this level on a phone draws no indent of its own. */
const firstLevelWithoutIndentOnPhones = 4;

export interface ReplyTreeProps {
  nodes: readonly ReplyNode[];
  thread: ReplyThread;
}

/** Replies with what hangs below them, each branch foldable. */
export function ReplyTree({ nodes, thread }: ReplyTreeProps) {
  return (
    <>
      {nodes.map((node) => (
        <Node key={node.reply.id} node={node} thread={thread} />
      ))}
    </>
  );
}

function Node({ node, thread }: { node: ReplyNode; thread: ReplyThread }) {
  const t = useText("topics");
  const { reply, level } = node;
  const branch = <BranchOf node={node} thread={thread} />;
  if (reply.absence) {
    return (
      <Absence id={replyAnchor(reply.id)} branch={branch}>
        <span>
          {reply.isOfficial && reply.deletedAt
            ? t.rich("thread.absent.official", {
                date: () => <Time at={reply.deletedAt!} now={thread.now} />,
              })
            : t(`thread.absent.${reply.absence}`)}
        </span>
      </Absence>
    );
  }
  return <ReplyArticle reply={reply} thread={thread} answers={answersAt(level, reply)} branch={branch} />;

  function answersAt(at: number, { parentId }: ReplyNode["reply"]) {
    // At the left edge of a page that begins inside a branch, nothing else says whom it answers.
    if (at > indentedLevels || (at === 1 && parentId !== null)) return "always";
    return at >= firstLevelWithoutIndentOnPhones ? "narrow" : "never";
  }
}

function BranchOf({ node, thread }: { node: ReplyNode; thread: ReplyThread }) {
  const t = useText("topics");
  const { reply, children, hasOfficialBelow } = node;
  const continuation = thread.continuationOf?.(reply);
  const freshInside = flatTrees(children).filter(({ id }) => thread.freshIds?.has(id)).length;
  if (children.length === 0 && !continuation) return null;
  return (
    <Branch
      id={replyAnchor(reply.id)}
      count={reply.descendantCount}
      hasStaffInside={hasOfficialBelow}
      inside={freshInside > 0 && <NewMark>{t("thread.newInside", { count: freshInside })}</NewMark>}
    >
      <ReplyTree nodes={children} thread={thread} />
      {continuation && (
        <div className="reply">
          <MoreLink href={continuation.href}>{t("thread.continue", { count: continuation.count })}</MoreLink>
        </div>
      )}
    </Branch>
  );
}
