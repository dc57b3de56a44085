import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireMember } from "~/features/auth/identifying.server";
import { NoteForm } from "~/features/notes/components/note-form";
import { NoteSchema } from "~/features/notes/input";
import { notePath } from "~/features/notes/paths";
import { mayReadNotes } from "~/features/notes/policy";
import { getOwnNote } from "~/features/notes/reading.server";
import { deleteNote, editNote } from "~/features/notes/writing.server";
import { pageMeta } from "~/features/site/page-meta";
import { replyIdIn, topicNumberIn } from "~/features/topics/addressed";
import { getTopicAddress } from "~/features/topics/finding.server";
import { langOf } from "~/features/topics/language";
import { topicPath } from "~/features/topics/paths";
import { Forbidden } from "~/platform/errors";
import { formAgain, seeOther } from "~/platform/http/answer.server";
import type { FormFailure } from "~/platform/http/form-errors";
import { parseForm } from "~/platform/http/parse-form";
import { readForm } from "~/platform/http/read-form.server";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { Page } from "~/ui/layouts/page";
import { PageHead } from "~/ui/layouts/page-head";
import { Breadcrumb } from "~/ui/primitives/breadcrumb";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireMember(args);
  if (!mayReadNotes(ctx.actor)) throw new Forbidden("notes.read");
  const topic = await getTopicAddress(ctx, topicNumberIn(args));
  return { topic, note: await getOwnNote(ctx, { topicId: topic.id, id: replyIdIn(args) }) };
}

/** POST changes it, DELETE takes its words away. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireMember(args);
  const target = { number: topicNumberIn(args), id: replyIdIn(args) };
  const { method, values } = await readForm(args.request);
  const toNotes = (slug: string) => seeOther(`${topicPath({ number: target.number, slug })}#notes`);
  if (method === "DELETE") return toNotes((await deleteNote(ctx, target)).slug);
  const parsed = parseForm(NoteSchema, values);
  if (!parsed.ok) return formAgain(parsed.errors, values);
  return toNotes((await editNote(ctx, { ...target, body: parsed.value.body })).slug);
}

export const meta: MetaFunction = (args) =>
  pageMeta(args, (locale) => ({ title: translator(locale, "notes")("edit"), isIndexed: false }));

export default function EditNote() {
  const { topic, note } = useLoaderData<typeof loader>();
  const again = useActionData<FormFailure>();
  const t = useText("notes");
  return (
    <Page>
      <div className="measure">
        <Breadcrumb items={[{ href: topicPath(topic), label: topic.title, lang: langOf(topic.language) }]} />
        <PageHead title={t("edit")} />
        <NoteForm
          action={notePath(topic.number, note.id)}
          value={again?.values.body ?? note.body}
          errors={again?.errors}
          isEdit
        />
      </div>
    </Page>
  );
}
