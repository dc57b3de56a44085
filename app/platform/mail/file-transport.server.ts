import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import nodemailer from "nodemailer";
import { envelopeOf } from "./envelope";
import type { MailTransport } from "./port";

/** Mails as `.eml` files in a folder: what a site does until it is told of an SMTP server. Newest last by name. */
export function fileTransport(folder: string): MailTransport {
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: "windows" });
  return {
    kind: "files",
    lanes: 1,
    async send(message) {
      const { message: source } = await transport.sendMail(envelopeOf(message));
      const name = `${stamp()}-${message.messageId.replaceAll(/[^\w.-]/g, "_").slice(0, 80)}.eml`;
      // Written aside and renamed: whoever reads the folder finds whole mails only.
      const aside = join(folder, `.${name}.${process.pid}`);
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await writeFile(aside, source as Buffer, { mode: 0o600 });
        await rename(aside, join(folder, name));
      } catch (error) {
        return { outcome: "away", response: (error as Error).message };
      }
      return { outcome: "accepted", response: name };
    },
    async close() {},
  };
}

function stamp(): string {
  return new Date().toISOString().replaceAll(/[:.]/g, "-");
}
