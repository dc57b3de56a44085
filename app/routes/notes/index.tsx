import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireMember } from "~/features/auth/identifying.server";
import { NoteForm } from "~/features/notes/components/note-form";
import { NoteList } from "~/features/notes/components/note-list";
import { NoteSchema } from "~/features/notes/input";
import { notesPath } from "~/features/notes/paths";
import { mayReadNotes } from "~/features/notes/policy";
import { listNotes } from "~/features/notes/reading.server";
import { addNote } from "~/features/notes/writing.server";
import { pageMeta } from "~/features/site/page-meta";
import { topicNumberIn } from "~/features/topics/addressed";
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
  const notes = await listNotes(ctx, { topicId: topic.id });
  return { topic, notes, reader: ctx.actor, submission: randomUUID(), now: ctx.clock.now() };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireMember(args);
  const number = topicNumberIn(args);
  const { values } = await readForm(args.request);
  if (!mayReadNotes(ctx.actor)) throw new Forbidden("note.add");
  const parsed = parseForm(NoteSchema, values);
  if (!parsed.ok) return formAgain(parsed.errors, values);
  const { slug } = await addNote(ctx, { number, ...parsed.value });
  return seeOther(`${topicPath({ number, slug })}#notes`);
}

export const meta: MetaFunction = (args) =>
  pageMeta(args, (locale) => ({ title: translator(locale, "notes")("title"), isIndexed: false }));

export default function Notes() {
  const { topic, notes, reader, submission, now } = useLoaderData<typeof loader>();
  const again = useActionData<FormFailure>();
  const t = useText("notes");
  const { number } = topic;
  return (
    <Page>
      <div className="measure">
        <Breadcrumb items={[{ href: topicPath(topic), label: topic.title, lang: langOf(topic.language) }]} />
        <PageHead title={t("title")} lede={t("lede")} />
        <div className="stack" data-gap="6">
          <NoteForm
            action={notesPath(number)}
            submission={again?.values.submission || submission}
            value={again?.values.body}
            errors={again?.errors}
          />
          <NoteList {...{ number, notes, reader, now }} />
        </div>
      </div>
    </Page>
  );
}
