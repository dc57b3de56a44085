import { type Question, sortOf } from "../question";
import type { SearchAnswer } from "../searching.server";
import { AskInstead } from "./ask-instead";
import { NoResults } from "./no-results";
import { ResultList } from "./result-list";
import { ResultPages } from "./result-pages";
import { SearchSummary } from "./search-summary";

export interface SearchResultsProps {
  question: Question;
  answer: SearchAnswer;
  now: Date;
}

/** The answer: how much, what, and where to go when it was not in there. */
export function SearchResults({ question, answer, now }: SearchResultsProps) {
  const mayLift = sortOf(question) === "relevance" && question.page === 1;
  return (
    <div>
      <SearchSummary question={question} answer={answer} />
      <ResultList results={answer.results} mayLift={mayLift} now={now} />
      <ResultPages question={question} pages={answer.pages} />
      {answer.total === 0 ? (
        <NoResults words={question.words} />
      ) : (
        <div className="mt-8">
          <AskInstead words={question.words} />
        </div>
      )}
    </div>
  );
}
