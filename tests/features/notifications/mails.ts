import { MailSender } from "~/features/mailing/sending.server";
import type { Actor } from "~/features/members/context";
import type { Delivery, MailMessage, MailTransport } from "~/platform/mail/port";
import { composers } from "~/wiring/mails.server";
import { aMember } from "../../factories/members";
import type { TestPlatform } from "../../setup/platform";
import { tellEverybody } from "./telling";

/** Takes every mail and keeps it. The real transports are proven in tests/contracts/mail. */
class KeepingTransport implements MailTransport {
  readonly kind = "smtp";
  readonly lanes = 2;
  readonly sent: MailMessage[] = [];
  async send(message: MailMessage): Promise<Delivery> {
    this.sent.push(message);
    return { outcome: "accepted", response: "250 OK" };
  }
  async close() {}
}

/** Tells everybody what happened and sends the mails due by now, by the real composers. */
export function mailing(platform: TestPlatform) {
  const mail = new KeepingTransport();
  const sender = new MailSender({ ...platform, mail }, composers);
  return {
    all: mail.sent,
    async send(): Promise<void> {
      await tellEverybody(platform);
      await sender.drain();
    },
    to: (actor: Actor) => mail.sent.filter(({ to }) => to.address === addressOf(actor)),
  };
}

/** Somebody whose address is known to be theirs. */
export async function aReader(
  platform: TestPlatform,
  traits: Parameters<typeof aMember>[1] = {},
): Promise<Actor> {
  const member = await aMember(platform, { locale: "en", ...traits });
  await platform.db.member.update({
    where: { id: member.id },
    data: { emailVerifiedAt: platform.clock.now() },
  });
  return member;
}

export function addressOf({ name }: Actor): string {
  return `${name.toLowerCase()}@members.test`;
}
