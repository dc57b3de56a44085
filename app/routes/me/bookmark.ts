import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { requireMember } from "~/features/auth/identifying.server";
import { noteBookmark, removeBookmark } from "~/features/topics/bookmarking.server";
import { BookmarkNoteSchema, NumberSchema } from "~/features/topics/input";
import { mySectionPath } from "~/features/topics/my-section";
import { BadRequest, NotFound } from "~/platform/errors";
import { seeOther } from "~/platform/http/answer.server";
import { readForm } from "~/platform/http/read-form.server";

/** POST writes the note, DELETE lets the bookmark go. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireMember(args);
  const id = NumberSchema.safeParse(args.params.id);
  if (!id.success) throw new NotFound("bookmark");
  const { method, values } = await readForm(args.request);
  if (method === "DELETE") await removeBookmark(ctx, { id: id.data });
  else {
    const input = BookmarkNoteSchema.safeParse(values);
    if (!input.success) throw new BadRequest("too-long");
    await noteBookmark(ctx, { id: id.data, note: input.data.note });
  }
  return seeOther(mySectionPath("bookmarks"));
}

export async function loader(args: LoaderFunctionArgs) {
  await requireMember(args);
  if (!NumberSchema.safeParse(args.params.id).success) throw new NotFound("bookmark");
  return seeOther(mySectionPath("bookmarks"));
}
