import type { KeptForm } from "~/platform/http/kept-form";
import { useText } from "~/platform/i18n/use-text";
import { FormPage } from "~/ui/layouts/form-page";
import { ButtonLink } from "~/ui/primitives/button-link";
import { Time } from "~/ui/primitives/time";
import { KeptText } from "./kept-text";
import { ResumeForm } from "./resume-form";

export interface TooManyProps {
  allowedAt: Date;
  now: Date;
  kept?: KeptForm;
  backTo?: string;
}

/** In place of what was done too often: when it will work again, and everything that was sent, ready to be sent again. */
export function TooMany({ allowedAt, now, kept, backTo = "/" }: TooManyProps) {
  const t = useText("members");
  return (
    <FormPage
      title={t("tooMany.title")}
      lede={t.rich("tooMany.lede", {
        at: () => <Time at={allowedAt} now={now} form="exact" />,
        distance: () => <Time at={allowedAt} now={now} form="relative" />,
      })}
    >
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
