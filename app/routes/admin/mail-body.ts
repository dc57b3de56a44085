import type { LoaderFunctionArgs } from "@remix-run/node";
import { getKeptMail } from "~/features/admin/mails.server";
import { requireMember } from "~/features/auth/identifying.server";

// What a mail holds is shown, never run, loads nothing from anywhere, and only our own page may frame it.
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireMember(args);
  const { html, text } = await getKeptMail(ctx, args.params.name!);
  return new Response(html || text, {
    headers: {
      "Content-Type": html ? "text/html; charset=utf-8" : "text/plain; charset=utf-8",
      "Content-Security-Policy": policy,
      "X-Frame-Options": "SAMEORIGIN",
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "no-store",
    },
  });
}
