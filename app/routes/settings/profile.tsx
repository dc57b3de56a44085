import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireMember } from "~/features/auth/identifying.server";
import { ProfileForm } from "~/features/members/components/profile-form";
import { ProfileSchema } from "~/features/members/input";
import { profileSettingsPath, renamePath } from "~/features/members/paths";
import { getOwnProfile, saveProfile } from "~/features/members/profile.server";
import { timeZones } from "~/features/members/profile";
import { isModerator } from "~/features/members/role";
import { settingsLinks } from "~/features/members/settings-links";
import { nameRulesOf } from "~/features/site/name-rules";
import { pageMeta } from "~/features/site/page-meta";
import { readSite } from "~/features/site/settings.server";
import { formAgain, seeOther } from "~/platform/http/answer.server";
import { preferenceCookie } from "~/platform/http/cookies";
import { fieldError, type FormFailure } from "~/platform/http/form-errors";
import { parseForm } from "~/platform/http/parse-form";
import { readForm } from "~/platform/http/read-form.server";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { PageHead } from "~/ui/layouts/page-head";
import { SettingsLayout } from "~/ui/layouts/settings-layout";
import { themeCookie } from "~/ui/layouts/theme";
import { Setting } from "~/ui/patterns/setting";
import { SettingItem } from "~/ui/patterns/setting-item";
import { ButtonLink } from "~/ui/primitives/button-link";
import { Notice } from "~/ui/primitives/notice";

export const meta: MetaFunction = (args) =>
  pageMeta(args, (locale) => ({
    title: translator(locale, "members")("settings.profileTitle"),
    isIndexed: false,
  }));

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireMember(args);
  const [profile, { languages }] = await Promise.all([getOwnProfile(ctx), readSite(ctx)]);
  const said = new URL(args.request.url).searchParams;
  const news = said.has("renamed") ? ("renamed" as const) : said.has("saved") ? ("saved" as const) : null;
  return { profile, languages, timeZones: timeZones(), mayHaveTitle: isModerator(ctx.actor), news };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireMember(args);
  const { values } = await readForm(args.request);
  const parsed = parseForm(ProfileSchema, values);
  if (!parsed.ok) return formAgain(parsed.errors, values);
  const outcome = await saveProfile(ctx, parsed.value, nameRulesOf(await readSite(ctx)));
  if (!outcome.ok) return formAgain(fieldError("displayName", outcome.reason), values);
  const isSecure = ctx.config.origin.startsWith("https:");
  const cookie = preferenceCookie(themeCookie, parsed.value.theme, isSecure, { isForScript: true });
  return seeOther(`${profileSettingsPath}?saved`, { "Set-Cookie": cookie });
}

export default function ProfileSettings() {
  const { profile, news, ...choices } = useLoaderData<typeof loader>();
  const failure = useActionData<FormFailure>();
  const t = useText("members");
  return (
    <SettingsLayout label={t("settings.label")} links={settingsLinks(t, "profile")}>
      <PageHead title={t("settings.profileTitle")} lede={t("settings.profileLede")} />
      {news && !failure && (
        <Notice tone="done">
          {news === "renamed" ? t("rename.done", { name: profile.name }) : t("settings.saved")}
        </Notice>
      )}
      <Setting id="sign-in-name" title={t("rename.section")} about={t("rename.sectionText")}>
        <ul>
          <SettingItem
            icon="people"
            title={<bdi className="mono">@{profile.name}</bdi>}
            end={<ButtonLink href={renamePath}>{t("rename.open")}</ButtonLink>}
          />
        </ul>
      </Setting>
      <ProfileForm
        {...choices}
        name={profile.name}
        values={failure?.values ?? { ...profile, "hide-votes": profile.votesHiddenAt ? "1" : null }}
        errors={failure?.errors}
      />
    </SettingsLayout>
  );
}
