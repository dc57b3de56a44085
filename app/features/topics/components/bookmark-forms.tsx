import { useText } from "~/platform/i18n/use-text";
import { Disclosure } from "~/ui/primitives/disclosure";
import { Button } from "~/ui/primitives/button";
import { Field } from "~/ui/primitives/field";
import { HiddenFields } from "~/ui/primitives/hidden-fields";
import { TextArea } from "~/ui/primitives/text-area";
import type { BookmarkLine } from "../bookmarks.server";
import { bookmarkPath } from "../my-section";

/** A note to oneself, and the way to let the bookmark go. */
export function BookmarkForms({ bookmark }: { bookmark: BookmarkLine }) {
  const t = useText("me");
  const { id, note, kept } = bookmark;
  const action = bookmarkPath(id);
  return (
    <div className="cluster">
      <Disclosure summary={t(note ? "bookmark.editNote" : "bookmark.addNote")}>
        <form className="stack" data-gap="3" method="post" action={action}>
          <Field id={`note-${id}`} label={t("bookmark.note")} hint={t("bookmark.noteHint")}>
            {(control) => <TextArea {...control} name="note" defaultValue={note} rows={2} maxLength={500} />}
          </Field>
          <div>
            <Button>{t("bookmark.save")}</Button>
          </div>
        </form>
      </Disclosure>
      <form method="post" action={action}>
        <HiddenFields method="DELETE" />
        <Button kind="ghost" aria-label={kept ? t("bookmark.removeNamed", { title: kept.title }) : undefined}>
          {t("bookmark.remove")}
        </Button>
      </form>
    </div>
  );
}
