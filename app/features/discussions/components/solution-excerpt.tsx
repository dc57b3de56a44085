import { langOf } from "~/features/topics/language";
import { replyPath } from "~/features/topics/paths";
import { useText } from "~/platform/i18n/use-text";
import { excerpt } from "~/platform/text/excerpt";
import { textFromHtml } from "~/platform/text/plain-text";
import { Notice } from "~/ui/primitives/notice";

const excerptCharacters = 140;

export interface SolutionExcerptProps {
  number: number;
  reply: { id: number; bodyHtml: string; language: string };
}

/** Right under the question: that it is solved, how it begins, and a jump to it. */
export function SolutionExcerpt({ number, reply }: SolutionExcerptProps) {
  const t = useText("discussions");
  const text = excerpt(textFromHtml(reply.bodyHtml), excerptCharacters);
  return (
    <div className="mt-6">
      <Notice tone="done">
        {t.rich("solution.excerpt", {
          text,
          link: (words) => (
            <a className="text-link" href={replyPath(number, reply.id)} lang={langOf(reply.language)}>
              {words}
            </a>
          ),
        })}
      </Notice>
    </div>
  );
}
