import { Link } from "@react-email/link";
import { Section } from "@react-email/section";
import { Text } from "@react-email/text";
import type { MailItem } from "../document";
import { colours, sans } from "./colours";

/** What happened, one below the other; words of others are quoted, the team's with a blue rule. */
export function MailItems({ items, locale }: { items: readonly MailItem[]; locale: MailItem["lang"] }) {
  return (
    <>
      {items.map((item, index) => (
        <Section
          key={`${item.href} ${index}`}
          className="rule"
          style={{ borderTop: `1px solid ${colours.line[0]}`, padding: "14px 0" }}
        >
          {item.said && (
            <Text
              className={item.quote?.isOfficial ? "team" : "ink3"}
              style={{
                ...{ margin: "0 0 2px", fontFamily: sans, fontSize: "13px", lineHeight: "20px" },
                color: item.quote?.isOfficial ? colours.official[0] : colours.ink3[0],
              }}
            >
              {item.said}
            </Text>
          )}
          <Text
            style={{ margin: 0, fontFamily: sans, fontSize: "16px", lineHeight: "24px", fontWeight: 600 }}
          >
            <Link
              href={item.href}
              lang={item.lang === locale ? undefined : item.lang}
              className="ink"
              style={{ color: colours.ink[0], textDecoration: "underline" }}
            >
              {item.title}
            </Link>
          </Text>
          {item.quote && <Quote {...item.quote} />}
        </Section>
      ))}
    </>
  );
}

function Quote({ text, lang, isOfficial }: NonNullable<MailItem["quote"]>) {
  const rule = isOfficial ? colours.officialLine[0] : colours.line[0];
  return (
    <Text
      lang={lang}
      className={isOfficial ? "ink2 official" : "quote"}
      style={{
        ...{ margin: "8px 0 0", paddingLeft: "12px", borderLeft: `3px solid ${rule}`, fontFamily: sans },
        ...{ fontSize: "15px", lineHeight: "23px", color: colours.ink2[0] },
      }}
    >
      {text}
    </Text>
  );
}
