import nodemailer from "nodemailer";
import { envelopeOf } from "./envelope";
import type { Delivery, MailTransport } from "./port";

const lanes = 5;

/** Mails over SMTP through a pool of connections. Anything nodemailer knows may stand in the address's query. */
export function smtpTransport(url: string): MailTransport {
  const transport = nodemailer.createTransport({
    pool: true,
    url,
    maxConnections: lanes,
    maxMessages: 100,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    // A mail whose connection broke may have arrived: sending it again is decided where attempts are counted, not here.
    maxRequeues: 0,
  });
  // What an idle connection does concerns no mail.
  transport.on("error", () => {});
  return {
    kind: "smtp",
    lanes,
    async send(message) {
      const envelope = envelopeOf(message);
      try {
        const { response } = await transport.sendMail(envelope);
        return { outcome: "accepted", response: brief(response) };
      } catch (error) {
        return deliveryOf(error as SmtpError);
      }
    },
    async close() {
      transport.close();
    },
  };
}

interface SmtpError extends Error {
  code?: string;
  responseCode?: number;
  response?: string;
  command?: string;
}

/** What an attempt that failed means. */
export function deliveryOf({ code, responseCode = 0, response, command, message }: SmtpError): Delivery {
  const said = brief(response ?? message);
  const isAboutMail =
    command === "RCPT TO" || command === "DATA" || code === "EENVELOPE" || code === "EMESSAGE";
  // 421 says that the whole service stops; a wrong password or sender is ours to mend, not the mail's fault.
  if (responseCode === 421 || !isAboutMail || command === "MAIL FROM")
    return { outcome: "away", response: said };
  if (responseCode >= 500)
    return { outcome: "refused", response: said, isForAddress: command !== "DATA" && code !== "EMESSAGE" };
  return { outcome: responseCode >= 400 ? "later" : "away", response: said };
}

function brief(text: string | undefined): string {
  return (text ?? "").replace(/\s+/g, " ").slice(0, 300);
}
