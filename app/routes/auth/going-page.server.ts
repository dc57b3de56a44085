import { data } from "@remix-run/node";
import type { Going } from "~/features/auth/provider/going.server";

export interface GoingPage {
  to: string;
  name: string;
}

/** Sends the browser on by itself, without script; the page says where to, for whoever it does not. */
export function goingPage({ to, name, cookie }: Going) {
  const headers = new Headers({ Refresh: `0; url=${to}` });
  headers.append("Set-Cookie", cookie);
  return data<GoingPage>({ to, name }, { headers });
}
