import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { closeAccount } from "~/features/auth/closing-account.server";
import { identityOf } from "~/features/auth/identifying.server";
import { requireProof } from "~/features/auth/proving.server";
import { endSession } from "~/features/auth/sessions.server";
import { settingsLinks } from "~/features/members/settings-links";
import { DeletionForm } from "~/features/own-data/components/deletion-form";
import { DeletionSchema } from "~/features/own-data/input";
import { pageMeta } from "~/features/site/page-meta";
import { formAgain, seeOther } from "~/platform/http/answer.server";
import { fieldError, formError, type FormFailure } from "~/platform/http/form-errors";
import { parseForm } from "~/platform/http/parse-form";
import { readForm } from "~/platform/http/read-form.server";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { PageHead } from "~/ui/layouts/page-head";
import { SettingsLayout } from "~/ui/layouts/settings-layout";

export const meta: MetaFunction = (args) =>
  pageMeta(args, (locale) => ({ title: translator(locale, "ownData")("deletion.title"), isIndexed: false }));

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireProof(args);
  return { name: ctx.actor.name };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireProof(args);
  const { values } = await readForm(args.request);
  const parsed = parseForm(DeletionSchema, values);
  if (!parsed.ok) return formAgain(parsed.errors, values);
  const { name, posts } = parsed.value;
  const outcome = await closeAccount(ctx, { name, keepsPosts: posts === "keep" });
  if (!outcome.ok) {
    const { reason } = outcome;
    return formAgain(reason === "name-differs" ? fieldError("name", reason) : formError(reason), values);
  }
  const { sessionId } = await identityOf(args);
  return seeOther("/goodbye", { "Set-Cookie": await endSession(ctx, sessionId) });
}

export default function DeletionPage() {
  const { name } = useLoaderData<typeof loader>();
  const again = useActionData<FormFailure>();
  const members = useText("members");
  const t = useText("ownData");
  return (
    <SettingsLayout label={members("settings.label")} links={settingsLinks(members, "data")}>
      <PageHead title={t("deletion.title")} lede={t("deletion.lede")} />
      <DeletionForm name={name} values={again?.values} errors={again?.errors} />
    </SettingsLayout>
  );
}
