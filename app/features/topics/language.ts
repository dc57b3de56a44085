/** `lang` of a text for the page, from the language a topic or reply is stored with. */
export function langOf(language: string): "en" | "zh-CN" {
  return language === "zh" ? "zh-CN" : "en";
}
