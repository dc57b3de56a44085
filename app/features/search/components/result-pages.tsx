import { useText } from "~/platform/i18n/use-text";
import { Notice } from "~/ui/primitives/notice";
import { Pager } from "~/ui/primitives/pager";
import { TextLink } from "~/ui/primitives/text-link";
import type { Question } from "../question";
import { questionPath } from "../question-address";

export interface ResultPagesProps {
  question: Question;
  /** How many can be turned to. */
  pages: number;
}

export function ResultPages({ question, pages }: ResultPagesProps) {
  const t = useText("search");
  const { page } = question;
  const hrefOf = (to: number) => questionPath({ ...question, page: to });
  if (pages > 0 && page > pages) {
    return (
      <Notice icon="info" action={<TextLink href={hrefOf(1)}>{t("first")}</TextLink>}>
        {t("beyond", { page })}
      </Notice>
    );
  }
  if (pages <= 1) return null;
  return (
    <Pager
      newer={page > 1 ? { href: hrefOf(page - 1), label: t("newer") } : null}
      older={page < pages ? { href: hrefOf(page + 1), label: t("more") } : null}
      note={t("position", { page, pages })}
    />
  );
}
