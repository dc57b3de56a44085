import { join } from "node:path";
import { fileTransport } from "./file-transport.server";
import type { MailTransport } from "./port";
import { smtpTransport } from "./smtp-transport.server";

/** Where mails go as files while no SMTP server is configured. */
export function mailFolder(dataDir: string): string {
  return join(dataDir, "mail");
}

export function openMailTransport({
  dataDir,
  smtpUrl,
}: {
  dataDir: string;
  smtpUrl: string | null;
}): MailTransport {
  return smtpUrl ? smtpTransport(smtpUrl) : fileTransport(mailFolder(dataDir));
}
