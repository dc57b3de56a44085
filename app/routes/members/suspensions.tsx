import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { SuspensionFacts } from "~/features/auth/components/suspension-facts";
import { requireMember } from "~/features/auth/identifying.server";
import { suspensionPath, suspensionsPath } from "~/features/auth/paths";
import { listSuspensions } from "~/features/auth/suspensions.server";
import { pageMeta } from "~/features/site/page-meta";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { Page } from "~/ui/layouts/page";
import { PageHead } from "~/ui/layouts/page-head";
import { EmptyState } from "~/ui/primitives/empty-state";
import { MoreLink } from "~/ui/primitives/more-link";

export const meta: MetaFunction = (args) =>
  pageMeta(args, (locale) => ({ title: translator(locale, "suspensions")("list.title"), isIndexed: false }));

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireMember(args);
  const typed = Number(new URL(args.request.url).searchParams.get("before"));
  const before = Number.isSafeInteger(typed) && typed > 0 && typed < 2 ** 31 ? typed : undefined;
  return { ...(await listSuspensions(ctx, { before })), now: ctx.clock.now() };
}

export default function SuspensionsPage() {
  const { suspensions, next, now } = useLoaderData<typeof loader>();
  const t = useText("suspensions");
  return (
    <Page>
      <PageHead title={t("list.title")} lede={t("list.lede")} />
      {suspensions.length === 0 ? (
        <EmptyState icon="shield" title={t("list.empty")} />
      ) : (
        <ul className="lines">
          {suspensions.map((suspension) => (
            <li key={suspension.id} className="line-item">
              <a className="t" href={suspensionPath(suspension.member)}>
                {suspension.member.displayName}
              </a>
              <SuspensionFacts suspension={suspension} now={now} />
            </li>
          ))}
        </ul>
      )}
      {next && <MoreLink href={suspensionsPath(next)}>{t("list.older")}</MoreLink>}
    </Page>
  );
}
