import { readSite } from "~/features/site/settings.server";
import { markPath } from "~/features/site/paths";
import type { RootData } from "~/features/site/root-data";
import { emptySite } from "~/features/site/site";
import { safePath } from "~/platform/http/answer.server";
import { readCookie } from "~/platform/http/cookies";
import type { RequestContext } from "~/platform/http/load-context";
import { logUnexpected } from "~/platform/http/log-unexpected.server";
import { isTheme, type Theme, themeCookie } from "~/ui/layouts/theme";
import { identityOf, stranger } from "./identifying.server";
import { offersPasskeys } from "./passkey-ceremony.server";

interface Args {
  request: Request;
  context: RequestContext;
}

/** All of it but the bell, the inbox and the moderators' queue, which higher floors count. */
type RootFrame = Omit<RootData, "unread" | "waiting" | "toDecide">;

/**
 * What every page needs around it: one look-up for a reader with a session, none for a guest. Never fails, because
 * the page that says what went wrong needs a frame and a language too.
 */
export async function readRoot(args: Args): Promise<RootFrame> {
  const { request, context } = args;
  try {
    const [identity, site] = await Promise.all([identityOf(args), readSite(context.platform)]);
    return describe(args, identity, site);
  } catch (error) {
    logUnexpected(error as Error, request, context);
    return describe(args, stranger(args), { ...emptySite, isSetUp: true });
  }
}

function describe(
  { request, context }: Args,
  { ctx: { actor, locale }, theme, resting }: ReturnType<typeof stranger>,
  site: Awaited<ReturnType<typeof readSite>>,
): RootFrame {
  const { pathname, search } = new URL(request.url);
  return {
    actor,
    resting,
    locale,
    theme: chosenTheme(theme, request),
    // The page that says what went wrong has no address of its own.
    path: context.failure ? safePath(context.failure.backTo) : pathname + search,
    requestId: context.requestId,
    now: context.platform.clock.now(),
    site: {
      name: site.name,
      tagline: site.tagline[locale],
      languages: site.languages,
      markPath: site.markKey && markPath(site.markKey),
      statuses: site.statuses,
      hasSample: site.hasSample,
      isSetUp: site.isSetUp,
      signIn: {
        provider: context.platform.config.oidc?.name ?? null,
        passkeys: offersPasskeys(context.platform.config),
      },
    },
  };
}

function chosenTheme(ofAccount: string | null, request: Request): Theme {
  const chosen = ofAccount ?? readCookie(request, themeCookie);
  return isTheme(chosen) ? chosen : "auto";
}
