import type { DraftForm } from "~/features/topics/draft-form";
import { isTopicStatus, statusLook } from "~/features/topics/status-look";
import { langOf } from "~/features/topics/language";
import { useText } from "~/platform/i18n/use-text";
import { Button } from "~/ui/primitives/button";
import { Pill } from "~/ui/primitives/pill";
import { MetaLine } from "~/ui/primitives/meta-line";
import { insteadPath } from "../paths";
import type { SimilarThing } from "../similar-thing";
import { countPathOf } from "../similar-thing";

export interface SimilarListProps {
  things: readonly SimilarThing[];
  /** The form being written: its id on the page, and the draft it is kept as. */
  form: { id: string; draft: DraftForm };
}

/**
 * What others posted before, beside the form or between form and post. Its keys belong to the form: what was written is
 * kept with the same press. Having seen the list, nobody is asked again when they post.
 */
export function SimilarList({ things, form }: SimilarListProps) {
  const t = useText("search");
  const topics = useText("topics");
  if (things.length === 0) return null;
  return (
    <section className="similar" aria-labelledby="similar-title">
      <input type="hidden" name="asked" value="1" form={form.id} />
      <h2 id="similar-title">{t("similar.title", { count: things.length })}</h2>
      <p className="xs faint">{t("similar.help")}</p>
      <ul>
        {things.map((thing) => (
          <li key={thing.url}>
            <MetaLine
              lead={statusOf(thing)}
              items={[
                t(`kind.${thing.kind}`),
                thing.release,
                thing.votes > 0 && t("meta.votes", { count: thing.votes }),
                thing.affected > 0 && t("meta.affected", { count: thing.affected }),
              ]}
            />
            {/* A new tab: following it must not lose what is being written. */}
            <a href={thing.url} target="_blank" rel="noopener" lang={langOf(thing.language)}>
              {thing.title}
            </a>
            {thing.excerpt && (
              <small>
                {thing.answerBy && <b>{t(`similar.by.${thing.answerBy}`)} </b>}
                <span lang={langOf(thing.language)}>{thing.excerpt}</span>
              </small>
            )}
            {thing.act && thing.number !== null && (
              <Button
                form={form.id}
                formAction={insteadPath(form.draft, thing.number)}
                formMethod="post"
                formNoValidate
                name="_method"
                value={thing.isMine ? "DELETE" : "POST"}
                isPressed={thing.isMine}
                aria-label={t(`similar.${thing.act}Label`, { title: thing.title })}
                data-instead={countPathOf(thing.act, thing.number)}
                data-press={t(`similar.${thing.act}`)}
                data-release={t(`similar.${thing.act}Done`)}
              >
                {t(thing.isMine ? `similar.${thing.act}Done` : `similar.${thing.act}`)}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );

  // Also rendered as a fragment, outside of any page: what only a page knows is not asked here.
  function statusOf({ status }: SimilarThing) {
    return status !== null && isTopicStatus(status) ? (
      <Pill {...statusLook(status)}>{topics(`status.${status}`)}</Pill>
    ) : null;
  }
}
