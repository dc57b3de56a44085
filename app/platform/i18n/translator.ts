import { createTranslator, type NamespaceKeys, type NestedKeyOf } from "use-intl/core";
import { english } from "~/locales/en/messages";
import type { Locale } from "~/locales/locales";
import { simplifiedChinese } from "~/locales/zh-CN/messages";

const messagesByLocale = { en: english, "zh-CN": simplifiedChinese };
const made = new Map<string, unknown>();

export type Namespace = keyof typeof english;
export type Translator<N extends Namespace> = ReturnType<typeof makeTranslator<N>>;

/**
 * Translator for one namespace of messages in one language. Made once per pair and kept, because parsing ICU
 * messages anew for every page costs more than rendering it. A missing key throws: the types and a test forbid it.
 */
export function translator<N extends Namespace>(locale: Locale, namespace: N): Translator<N> {
  const key = `${locale} ${namespace}`;
  const known = made.get(key);
  if (known) return known as Translator<N>;
  const created = makeTranslator(locale, namespace);
  made.set(key, created);
  return created;
}

function makeTranslator<N extends Namespace>(locale: Locale, namespace: N) {
  return createTranslator<typeof english, N & NamespaceKeys<typeof english, NestedKeyOf<typeof english>>>({
    locale,
    messages: messagesByLocale[locale],
    namespace: namespace,
    timeZone: "UTC",
    onError(error) {
      throw error;
    },
  });
}
