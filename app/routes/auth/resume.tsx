import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { KeptText } from "~/features/auth/components/kept-text";
import { ResumeForm } from "~/features/auth/components/resume-form";
import { pageMeta } from "~/features/site/page-meta";
import { NotFound } from "~/platform/errors";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { FormPage } from "~/ui/layouts/form-page";

export const meta: MetaFunction = (args) =>
  pageMeta(args, (locale) => ({
    title: translator(locale, "members")("signIn.resume.title"),
    isIndexed: false,
  }));

/** Shown by the page handler, at no address of its own, to somebody who signed in with pictures left to choose again. */
export function loader({ context: { resume } }: LoaderFunctionArgs) {
  if (!resume) throw new NotFound("page");
  return { form: resume };
}

export default function ResumePage() {
  const { form } = useLoaderData<typeof loader>();
  const t = useText("members");
  return (
    <FormPage title={t("signIn.resume.title")} lede={t("signIn.resume.lede")}>
      <ResumeForm form={form} />
      <KeptText form={{ ...form, fileFields: [] }} />
    </FormPage>
  );
}
