import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "~/features/auth/identifying.server";
import { ReferenceForm } from "~/features/official/components/reference-form";
import { UnverifiedReference } from "~/features/official/components/unverified-reference";
import { VerifiedLetter } from "~/features/official/components/verified-letter";
import { readReference } from "~/features/official/reference";
import { verifyReference } from "~/features/official/verifying.server";
import { pageMeta } from "~/features/site/page-meta";
import { useSite } from "~/features/site/root-data";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { cleanLine } from "~/platform/text/clean-text";
import { Page } from "~/ui/layouts/page";
import { PageHead } from "~/ui/layouts/page-head";

const longestShown = 40;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await visitor(args);
  const typed = cleanLine((args.params.reference ?? "").slice(0, longestShown));
  const reference = readReference(typed);
  const found = reference === null ? { state: "mistyped" as const } : await verifyReference(ctx, reference);
  const isOurs = found.state === "genuine" || found.state === "not-public";
  return data({ found, typed: reference ?? typed, now: ctx.clock.now() }, { status: isOurs ? 200 : 404 });
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (locale) => ({ title: translator(locale, "official")("verify.title"), isIndexed: false }));

export default function Verify() {
  const { found, typed, now } = useLoaderData<typeof loader>();
  const { name } = useSite();
  const t = useText("official");
  return (
    <Page>
      <PageHead title={t("verify.title")} lede={t("verify.lede")} />
      <div className="stack" data-gap="8">
        {found.state === "genuine" ? (
          <VerifiedLetter letter={found.letter} siteName={name} now={now} />
        ) : (
          <UnverifiedReference state={found.state} typed={typed} />
        )}
        <ReferenceForm typed={found.state === "mistyped" ? typed : undefined} />
      </div>
    </Page>
  );
}
