import { Body } from "@react-email/body";
import { Button } from "@react-email/button";
import { Container } from "@react-email/container";
import { Head } from "@react-email/head";
import { Heading } from "@react-email/heading";
import { Html } from "@react-email/html";
import { Link } from "@react-email/link";
import { Preview } from "@react-email/preview";
import { Section } from "@react-email/section";
import { Text } from "@react-email/text";
import { translator } from "~/platform/i18n/translator";
import type { MailDocument } from "../document";
import { colours, darkRules, mono, sans, serif } from "./colours";
import { MailItems } from "./mail-items";

const text = { margin: "0 0 14px", fontFamily: sans, fontSize: "15px", lineHeight: "24px" };
const small = { fontFamily: sans, fontSize: "13px", lineHeight: "20px" };

/** Every mail: the site's name, the member's code, what there is to say, one button, why it came. */
export function MailLayout({ document }: { document: MailDocument }) {
  const { locale, siteName, home, preview, heading, paragraphs, items = [], button, notes = [] } = document;
  return (
    <Html lang={locale} dir="ltr">
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        {/* As text its ">" would be written "&gt;", and the rule dropped. */}
        <style dangerouslySetInnerHTML={{ __html: darkRules }} />
      </Head>
      <Body className="bg" style={{ margin: 0, padding: "24px 0", backgroundColor: colours.bg[0] }}>
        <Preview>{preview}</Preview>
        <Container style={{ maxWidth: "600px", padding: "0 12px" }}>
          <Section
            className="surface"
            style={{
              backgroundColor: colours.surface[0],
              border: `1px solid ${colours.line[0]}`,
              borderRadius: "10px",
              padding: "24px",
            }}
          >
            <Text
              className="ink head"
              style={{
                ...{ margin: "0 0 18px", paddingBottom: "10px", fontFamily: serif, fontSize: "17px" },
                ...{ color: colours.ink[0], borderBottom: `1.5px solid ${colours.ink[0]}`, fontWeight: 600 },
              }}
            >
              <Link href={home} className="ink" style={{ color: colours.ink[0], textDecoration: "none" }}>
                {siteName}
              </Link>
            </Text>
            {document.code && <MailCode code={document.code} locale={locale} />}
            <Heading
              as="h1"
              className="ink"
              style={{
                ...{ margin: "0 0 14px", fontFamily: serif, fontSize: "23px", lineHeight: "30px" },
                ...{ color: colours.ink[0], fontWeight: 600 },
              }}
            >
              {heading}
            </Heading>
            {paragraphs.map((paragraph) => (
              <Text key={paragraph} className="ink2" style={{ ...text, color: colours.ink2[0] }}>
                {paragraph}
              </Text>
            ))}
            <MailItems items={items} locale={locale} />
            {button && (
              <Button
                href={button.href}
                className="button"
                style={{
                  ...{ backgroundColor: colours.accent[0], color: colours.onButton[0], borderRadius: "6px" },
                  ...{ padding: "11px 18px", fontFamily: sans, fontSize: "15px", fontWeight: 600 },
                  ...{ margin: "6px 0 18px" },
                }}
              >
                {button.label}
              </Button>
            )}
            {notes.map((note) => (
              <Text
                key={note}
                className="ink3"
                style={{ ...small, margin: "0 0 8px", color: colours.ink3[0] }}
              >
                {note}
              </Text>
            ))}
          </Section>
          <MailFooter document={document} />
        </Container>
      </Body>
    </Html>
  );
}

function MailCode({ code, locale }: { code: string; locale: MailDocument["locale"] }) {
  const t = translator(locale, "mails");
  return (
    <Text
      className="code"
      style={{
        ...{ ...small, margin: "0 0 18px", padding: "8px 12px", borderRadius: "6px" },
        ...{ backgroundColor: colours.sunken[0], color: colours.ink2[0] },
      }}
    >
      {t("code")}{" "}
      <strong
        className="ink"
        style={{ fontFamily: mono, color: colours.ink[0], letterSpacing: "0.06em", whiteSpace: "nowrap" }}
      >
        {code}
      </strong>
    </Text>
  );
}

function MailFooter({ document: { reason, links } }: { document: MailDocument }) {
  return (
    <Section style={{ padding: "16px 24px 0" }}>
      <Text className="ink3" style={{ ...small, margin: "0 0 6px", color: colours.ink3[0] }}>
        {reason}
      </Text>
      {links.map(({ label, href }) => (
        <Text key={href} style={{ ...small, margin: 0 }}>
          <Link href={href} className="ink2" style={{ color: colours.ink2[0], textDecoration: "underline" }}>
            {label}
          </Link>
        </Text>
      ))}
    </Section>
  );
}
