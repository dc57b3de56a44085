import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireMember } from "~/features/auth/identifying.server";
import { requireProof } from "~/features/auth/proving.server";
import { findRenameWait, renameMember } from "~/features/auth/renaming.server";
import { RenameForm } from "~/features/members/components/rename-form";
import { RenameSchema } from "~/features/members/input";
import { profileSettingsPath } from "~/features/members/paths";
import { isModerator } from "~/features/members/role";
import { settingsLinks } from "~/features/members/settings-links";
import { nameRulesOf } from "~/features/site/name-rules";
import { pageMeta } from "~/features/site/page-meta";
import { readSite } from "~/features/site/settings.server";
import { formAgain, seeOther } from "~/platform/http/answer.server";
import { fieldError, type FormFailure } from "~/platform/http/form-errors";
import { parseForm } from "~/platform/http/parse-form";
import { readForm } from "~/platform/http/read-form.server";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { PageHead } from "~/ui/layouts/page-head";
import { SettingsLayout } from "~/ui/layouts/settings-layout";
import { Setting } from "~/ui/patterns/setting";
import { Notice } from "~/ui/primitives/notice";
import { Time } from "~/ui/primitives/time";

export const meta: MetaFunction = (args) =>
  pageMeta(args, (locale) => ({ title: translator(locale, "members")("rename.title"), isIndexed: false }));

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireMember(args);
  const waitsUntil = await findRenameWait(ctx, ctx.actor.id);
  return { name: ctx.actor.name, isOfTeam: isModerator(ctx.actor), waitsUntil, now: ctx.clock.now() };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireProof(args);
  const { values } = await readForm(args.request);
  const parsed = parseForm(RenameSchema, values);
  if (!parsed.ok) return formAgain(parsed.errors, values);
  const renamed = await renameMember(ctx, parsed.value, nameRulesOf(await readSite(ctx)));
  if (!renamed.ok) return formAgain(fieldError("name", renamed.reason), values);
  return seeOther(`${profileSettingsPath}?renamed`);
}

export default function NameSettings() {
  const { name, isOfTeam, waitsUntil, now } = useLoaderData<typeof loader>();
  const failure = useActionData<FormFailure>();
  const t = useText("members");
  return (
    <SettingsLayout label={t("settings.label")} links={settingsLinks(t, "profile")}>
      <PageHead title={t("rename.title")} lede={t("rename.lede")} />
      <Setting id="new-name" title={t("rename.section")} about={t("rename.kept", { name })}>
        <div className="stack">
          {waitsUntil && !failure ? (
            <Notice icon="clock">
              {t.rich("rename.wait", { date: () => <Time at={waitsUntil} now={now} form="day" /> })}
            </Notice>
          ) : (
            <RenameForm name={failure?.values.name ?? name} errors={failure?.errors} />
          )}
          <p className="muted small">
            {t("rename.leads")} {isOfTeam && t("rename.public")}
          </p>
        </div>
      </Setting>
    </SettingsLayout>
  );
}
