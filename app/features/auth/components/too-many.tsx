import { securitySettingsPath } from "~/features/members/paths";
import type { NewcomerEnd } from "~/features/members/standing";
import type { KeptForm } from "~/platform/http/kept-form";
import { useText } from "~/platform/i18n/use-text";
import { FormPage } from "~/ui/layouts/form-page";
import { ButtonLink } from "~/ui/primitives/button-link";
import { Notice } from "~/ui/primitives/notice";
import { TextLink } from "~/ui/primitives/text-link";
import { Time } from "~/ui/primitives/time";
import { KeptText } from "./kept-text";
import { ResumeForm } from "./resume-form";

export interface TooManyProps {
  allowedAt: Date;
  /** "too-many-newcomer" with a `NewcomerEnd` when the limit was that of a new account. */
  id?: string;
  details?: Record<string, unknown>;
  now: Date;
  kept?: KeptForm;
  backTo?: string;
}

/** In place of what was done too often: when it will work again, and everything that was sent, ready to be sent again. */
export function TooMany({ allowedAt, id, details, now, kept, backTo = "/" }: TooManyProps) {
  const t = useText("members");
  return (
    <FormPage
      title={t("tooMany.title")}
      lede={t.rich("tooMany.lede", {
        at: () => <Time at={allowedAt} now={now} form="exact" />,
        distance: () => <Time at={allowedAt} now={now} form="relative" />,
      })}
    >
      {id === "too-many-newcomer" && <WhyNewcomer {...(details as unknown as NewcomerEnd)} now={now} />}
      {kept ? (
        <>
          <p className="muted">{t("tooMany.kept")}</p>
          <ResumeForm form={kept} label={t("tooMany.again")} />
          <KeptText form={{ ...kept, fileFields: [] }} />
        </>
      ) : (
        <p>
          <ButtonLink href={backTo}>{t("tooMany.back")}</ButtonLink>
        </p>
      )}
    </FormPage>
  );
}

/** That it is not about what they wrote but about how new they are, and what ends that. */
function WhyNewcomer({ oldEnoughAt, isConfirmed, hasPost, now }: NewcomerEnd & { now: Date }) {
  const t = useText("members");
  const isOld = oldEnoughAt <= now;
  const needs = [
    !isOld && t.rich("tooMany.newcomer.age", { at: () => <Time at={oldEnoughAt} now={now} form="exact" /> }),
    !isConfirmed &&
      t.rich("tooMany.newcomer.address", {
        link: (words) => <TextLink href={`${securitySettingsPath}#address`}>{words}</TextLink>,
      }),
    !hasPost && t("tooMany.newcomer.post"),
  ].filter(Boolean);
  return (
    <Notice icon="info">
      <p>{t("tooMany.newcomer.why")}</p>
      <ul className="stack" data-gap="1">
        {needs.map((need, index) => (
          <li key={index}>{need}</li>
        ))}
      </ul>
    </Notice>
  );
}
