import type { Actor } from "~/features/members/context";
import { useText } from "~/platform/i18n/use-text";
import { Prose } from "~/ui/patterns/prose";
import { Button } from "~/ui/primitives/button";
import { HiddenFields } from "~/ui/primitives/hidden-fields";
import { TextLink } from "~/ui/primitives/text-link";
import { Time } from "~/ui/primitives/time";
import type { Note } from "../note";
import { notePath } from "../paths";
import { mayDeleteNote, mayEditNote } from "../policy";

export interface NoteListProps {
  number: number;
  notes: readonly Note[];
  reader: Actor;
  now: Date;
}

/** What the team told each other, the latest first. */
export function NoteList({ number, notes, reader, now }: NoteListProps) {
  const t = useText("notes");
  if (notes.length === 0) return <p className="small muted">{t("none")}</p>;
  return (
    <ul className="notes">
      {notes.map(({ id, authorId, by, bodyHtml, createdAt, editedAt, deleted }) => {
        const facts = { authorId, deletedAt: deleted?.at ?? null };
        return (
          <li key={id} id={`note-${id}`}>
            <p className="xs muted">
              <b>{by.displayName}</b> <Time at={createdAt} now={now} />
              {editedAt && ` · ${t("edited")}`}
            </p>
            {deleted ? (
              <p className="small muted">
                {deleted.by === null || deleted.by === by.displayName
                  ? t("deleted")
                  : t("deletedBy", { name: deleted.by })}
              </p>
            ) : (
              <Prose html={bodyHtml} size="m" />
            )}
            {(mayEditNote(reader, facts) || mayDeleteNote(reader, facts)) && (
              <div className="cluster">
                {mayEditNote(reader, facts) && (
                  <TextLink className="small" href={notePath(number, id)}>
                    {t("editAct")}
                  </TextLink>
                )}
                <form method="post" action={notePath(number, id)}>
                  <HiddenFields method="DELETE" />
                  <Button kind="ghost">{t("delete")}</Button>
                </form>
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
