import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { NotFound } from "~/platform/errors";

/** Every address nobody else answers, and the stage on which the page handler shows what went wrong elsewhere. */
export function loader({ context: { failure } }: LoaderFunctionArgs) {
  if (failure) throw data(failure, { status: failure.status });
  throw new NotFound("page");
}

export default function NotFoundPage() {
  return null;
}
