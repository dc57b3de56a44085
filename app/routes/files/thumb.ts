import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileResponse } from "./file-response.server";

export function loader(args: LoaderFunctionArgs) {
  return fileResponse(args, "thumb");
}
