import type { Actor } from "~/features/members/context";
import { NoteForm } from "~/features/notes/components/note-form";
import { NoteList } from "~/features/notes/components/note-list";
import { notesPath } from "~/features/notes/paths";
import type { Handling, TeamMember } from "../handling.server";
import { WhoAnswers } from "./who-answers";

export interface TeamPartProps {
  number: number;
  handling: Handling;
  team: readonly TeamMember[];
  reader: Actor;
  submission: string;
  back: string;
  now: Date;
}

/** What only staff see beside a topic: who answers it, and what they tell each other. */
export function TeamPart({ number, handling, team, reader, submission, back, now }: TeamPartProps) {
  return (
    <div className="stack" data-gap="4" id="notes">
      <WhoAnswers {...{ number, handling, team, back, now }} readerId={reader.id} />
      <NoteList notes={handling.notes} {...{ number, reader, now }} />
      <NoteForm action={notesPath(number)} submission={submission} />
    </div>
  );
}
