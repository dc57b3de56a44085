import { readPost } from "~/features/attachments/upload-form.server";
import { composeProblem, type ProblemParts, schemaFor } from "~/features/discussions/input";
import type { MemberContext } from "~/features/members/context";
import { type DiscussionKind, isDiscussionKind } from "~/features/topics/topic";
import { type FormErrors, fieldError } from "~/platform/http/form-errors";
import { parseForm } from "~/platform/http/parse-form";
import { translator } from "~/platform/i18n/translator";

interface Discussion {
  title: string;
  area: string;
  tags: string[];
  submission: string;
  body: string;
}

/** `draft` is the text as far as it was written, for a preview. */
type Read = { draft: string } & ({ ok: true; value: Discussion } | { ok: false; errors: FormErrors });

/** Reads the form of a new discussion with its pictures. The three answers of a problem come back as one text. */
export async function readDiscussion(ctx: MemberContext, request: Request) {
  const { form, pictures } = await readPost(ctx, request);
  const kind = isDiscussionKind(form.values.kind) ? form.values.kind : null;
  return {
    form,
    kind,
    parsed: parsedAs(ctx, kind, form.values),
    pictures,
    values: { ...form.values, ...pictures.values },
  };
}

function parsedAs(ctx: MemberContext, kind: DiscussionKind | null, values: Record<string, string>): Read {
  if (!kind) return { ok: false, draft: "", errors: fieldError("kind", "kind-missing") };
  const parsed = parseForm(schemaFor(kind), values);
  const { did = "", happened = "", want = "", body = "" } = values;
  const draft = kind === "problem" ? composed({ did, happened, want }) : body;
  if (!parsed.ok) return { ok: false, draft, errors: parsed.errors };
  const { title, area, tags, submission } = parsed.value;
  const text = "body" in parsed.value ? parsed.value.body : composed(parsed.value);
  return { ok: true, draft, value: { title, area, tags, submission, body: text } };

  /** Under headings in the language the form was shown in. */
  function composed(parts: ProblemParts): string {
    const t = translator(ctx.locale, "discussions");
    return composeProblem(parts, {
      did: t("create.headings.did"),
      happened: t("create.headings.happened"),
      want: t("create.headings.want"),
    });
  }
}
