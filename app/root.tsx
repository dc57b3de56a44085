import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { ProveFirst } from "~/features/auth/components/prove-first";
import { SignInAgain } from "~/features/auth/components/sign-in-again";
import { TooMany } from "~/features/auth/components/too-many";
import { authenticatorPath, provePath, signInPath, signOutPath } from "~/features/auth/paths";
import { RestingBanner } from "~/features/auth/components/resting-banner";
import { readRoot } from "~/features/auth/root-reading.server";
import { IncidentBanner } from "~/features/known-issues/components/incident-banner";
import { readBell } from "~/features/notifications/bell.server";
import { FailurePage } from "~/features/site/components/failure-page";
import { NotSetUp } from "~/features/site/components/not-set-up";
import { SiteFrame } from "~/features/site/components/site-frame";
import { failureTitle } from "~/features/site/failure-status";
import { pageMeta } from "~/features/site/page-meta";
import { type RootData, useRootData } from "~/features/site/root-data";
import { topicPath } from "~/features/topics/paths";
import { type Failure, isFailure } from "~/platform/http/failure";
import { LocaleProvider } from "~/platform/i18n/use-text";
import { themeAttribute } from "~/ui/layouts/theme";
import { readWaiting } from "./routes/inbox/waiting.server";
import { readToDecide } from "./routes/moderation/waiting.server";
import { readIncidents } from "./routes/site/incidents.server";
import { EnhancementScript } from "~/ui/script";
import styles from "~/ui/styles.css?url";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: styles },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
];

export const meta: MetaFunction = ({ data, matches, error }) => {
  if (!error) return [{ title: (data as RootData | undefined)?.site.name ?? "Hearback" }];
  return pageMeta({ matches }, (locale) => ({
    title: failureTitle(locale, failureOf(error).status),
    isIndexed: false,
  }));
};

export async function loader(args: LoaderFunctionArgs) {
  const [root, unread, waiting, toDecide, urgent] = await Promise.all([
    readRoot(args),
    readBell(args),
    readWaiting(args),
    readToDecide(args),
    readIncidents(args),
  ]);
  return { ...root, unread, waiting, toDecide, ...urgent };
}

export function Layout({ children }: { children: ReactNode }) {
  const data = useRootData();
  return (
    <html lang={data.locale} data-theme={themeAttribute(data.theme)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
        <EnhancementScript />
      </head>
      <body>
        <LocaleProvider value={data.locale}>
          <SiteFrame
            data={data}
            signInPath={signInPath(data.path)}
            signOutPath={signOutPath}
            banner={
              <>
                <Incidents />
                {data.resting && (
                  <RestingBanner
                    reason={data.resting}
                    href={data.resting === "proof-old" ? provePath(data.path) : authenticatorPath}
                  />
                )}
              </>
            }
          >
            {children}
          </SiteFrame>
        </LocaleProvider>
      </body>
    </html>
  );
}

/** Left out on the page that tells more of it. */
function Incidents() {
  const data = useRouteLoaderData<typeof loader>("root");
  if (!data) return null;
  const { incidents, path, now } = data;
  return incidents
    .filter((incident) => !`${path}/`.startsWith(`${topicPath({ ...incident, slug: "" })}/`))
    .map((incident) => <IncidentBanner key={incident.number} {...{ incident, path, now }} />);
}

export default function Root() {
  const { site, path } = useRootData();
  return site.isSetUp || path !== "/" ? <Outlet /> : <NotSetUp />;
}

export function ErrorBoundary() {
  const failure = failureOf(useRouteError());
  const { now } = useRootData();
  if (failure.status === 401) return <SignInAgain kept={failure.kept} backTo={failure.backTo} />;
  if (failure.id === "proof-required" || failure.id === "second-factor-missing")
    return <ProveFirst {...failure} />;
  if (failure.status === 429 && failure.allowedAt)
    return <TooMany {...failure} allowedAt={failure.allowedAt} now={now} />;
  return <FailurePage status={failure.status} id={failure.id} backTo={failure.backTo} />;
}

function failureOf(error: unknown): Failure {
  if (!isRouteErrorResponse(error)) return { status: 500, id: "unexpected" };
  return isFailure(error.data) ? error.data : { status: error.status, id: "unknown" };
}
