/** A report that one of our mails was refused for good. */
export interface ReturnedMail {
  mailId: number;
  address: string;
  reason: string;
}

/** Reads a delivery report (RFC 3464); null for anything else, and for a delay that is no failure yet. */
export async function readReturn(source: Buffer): Promise<ReturnedMail | null> {
  const { simpleParser } = await import("mailparser");
  const mail = await simpleParser(source, { skipHtmlToText: true, skipTextToHtml: true });
  const parts = mail.attachments.map(({ contentType, content }) => ({
    contentType,
    text: content.toString("utf8"),
  }));
  // The parser takes the report itself for a part of the text.
  const type = mail.headers.get("content-type") as { value?: string } | undefined;
  const status = type?.value === "multipart/report" ? mail.text : undefined;
  const original = parts.find(({ contentType }) =>
    /^(message\/rfc822|text\/rfc822-headers)/.test(contentType),
  )?.text;
  const mailId = Number(/^Message-ID:\s*<mail\.(\d{1,10})@/im.exec(original ?? "")?.[1] ?? 0);
  if (!status || !mailId) return null;
  for (const block of status.replaceAll("\r\n", "\n").split(/\n\n+/)) {
    const field = (name: string) =>
      new RegExp(`^${name}:\\s*(.+(?:\\n[ \\t].+)*)`, "im").exec(block)?.[1]?.replace(/\n\s+/g, " ").trim();
    const recipient = field("Original-Recipient") ?? field("Final-Recipient");
    if (field("Action")?.toLowerCase() !== "failed" || !field("Status")?.startsWith("5.") || !recipient)
      continue;
    const address = recipient.replace(/^[^;]*;\s*/, "").replace(/^<|>$/g, "");
    return { mailId, address, reason: field("Diagnostic-Code") ?? field("Status")! };
  }
  return null;
}
