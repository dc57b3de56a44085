import type { Translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { ErrorPage } from "~/ui/layouts/error-page";
import { knownStatus } from "../failure-status";
import { useRootData } from "../root-data";

export interface FailurePageProps {
  status: number;
  /** Of the error; one that locales/errors has a sentence for is answered with it. */
  id?: string;
  backTo?: string;
}

type ErrorId = Parameters<Translator<"errors">>[0];

/** What went wrong and what to do about it, in the reader's language. Never what the error itself said. */
export function FailurePage({ status, id = "", backTo }: FailurePageProps) {
  const t = useText("site");
  const why = useText("errors");
  const { requestId } = useRootData();
  const shown = knownStatus(status);
  const isOurs = shown >= 500;
  return (
    <ErrorPage
      status={shown}
      title={t(`failure.${shown}.title`)}
      sentence={
        <>
          {hasPlainSentence(why, id) ? why(id) : t(`failure.${shown}.sentence`)}
          {isOurs && requestId && (
            <>
              <br />
              {t("failure.reference", { reference: requestId })}
            </>
          )}
        </>
      }
      links={[
        backTo ? { href: backTo, label: t("failure.back") } : { href: "/search", label: t("failure.search") },
        { href: "/", label: t("failure.home") },
      ]}
    />
  );
}

/** A sentence with numbers in it belongs to a form, which knows them. */
function hasPlainSentence(why: Translator<"errors">, id: string): id is ErrorId {
  return why.has(id as ErrorId) && !String(why.raw(id as ErrorId)).includes("{");
}
