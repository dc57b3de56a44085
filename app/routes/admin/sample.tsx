import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { adminLinks } from "~/features/admin/admin-links";
import { SampleForm, type SampleRefusal } from "~/features/admin/components/sample-form";
import { requireAdmin } from "~/features/admin/managing.server";
import { installSample } from "~/features/admin/sample/installing.server";
import { removeSample } from "~/features/admin/sample/removing.server";
import { requireMember } from "~/features/auth/identifying.server";
import { pageMeta } from "~/features/site/page-meta";
import { samplePath } from "~/features/site/paths";
import { readSite } from "~/features/site/settings.server";
import { seeOther } from "~/platform/http/answer.server";
import { readForm } from "~/platform/http/read-form.server";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { PageHead } from "~/ui/layouts/page-head";
import { SettingsLayout } from "~/ui/layouts/settings-layout";

export const meta: MetaFunction = (args) =>
  pageMeta(args, (locale) => ({ title: translator(locale, "admin")("sample.title"), isIndexed: false }));

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireMember(args);
  requireAdmin(ctx);
  return { hasSample: (await readSite(ctx)).hasSample };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireMember(args);
  const { method, values } = await readForm(args.request);
  if (method === "DELETE") {
    const removal = await removeSample(ctx, { evenReplies: "evenReplies" in values });
    return removal.ok
      ? seeOther(samplePath)
      : data<SampleRefusal>({ replies: removal.replies, refusal: null }, { status: 409 });
  }
  const outcome = await installSample(ctx);
  return outcome.ok
    ? seeOther(samplePath)
    : data<SampleRefusal>({ replies: 0, refusal: outcome.reason }, { status: 409 });
}

export default function SampleAdmin() {
  const { hasSample } = useLoaderData<typeof loader>();
  const refused = useActionData<SampleRefusal>();
  const t = useText("admin");
  return (
    <SettingsLayout label={t("label")} links={adminLinks(t, "sample")}>
      <PageHead title={t("sample.title")} lede={t("sample.lede")} />
      <SampleForm hasSample={hasSample} replies={refused?.replies ?? 0} refusal={refused?.refusal ?? null} />
    </SettingsLayout>
  );
}
