import type { KeptForm } from "~/platform/http/kept-form";
import { useText } from "~/platform/i18n/use-text";
import { FormPage } from "~/ui/layouts/form-page";
import { ButtonLink } from "~/ui/primitives/button-link";
import { authenticatorPath } from "../paths";
import { KeptText } from "./kept-text";
import { ProveForm } from "./prove-form";

export interface ProveFirstProps {
  /** Of the failure: a proof is missing or too old, or staff have no second step yet. */
  id: string;
  details?: Record<string, unknown>;
  kept?: KeptForm;
  backTo?: string;
}

/** In place of a change that needs a fresh proof: show that it is you, and what was sent goes through. */
export function ProveFirst({ id, details, kept, backTo }: ProveFirstProps) {
  const t = useText("auth");
  if (id === "second-factor-missing")
    return (
      <FormPage title={t("staffSetup.title")} lede={t("staffSetup.lede")}>
        <p>
          <ButtonLink kind="primary" href={authenticatorPath}>
            {t("staffSetup.begin")}
          </ButtonLink>
        </p>
        {kept && <KeptText form={kept} />}
      </FormPage>
    );
  return (
    <FormPage title={t("prove.title")} lede={t(kept ? "prove.kept" : "prove.lede")}>
      <ProveForm
        hasPassword={details?.hasPassword !== false}
        hasSecondStep={details?.hasSecondStep === true}
        provider={typeof details?.provider === "string" ? details.provider : null}
        next={backTo}
        kept={kept}
      />
      {kept && <KeptText form={kept} />}
    </FormPage>
  );
}
