import { createContext, useContext } from "react";
import { type Locale } from "~/locales/locales";
import { type Namespace, translator } from "./translator";

const LocaleContext = createContext<Locale>("en");

export const LocaleProvider = LocaleContext.Provider;

/** The language of the page being rendered. */
export function useLocale(): Locale {
  return useContext(LocaleContext);
}

/** Translator of one namespace in the language of the page being rendered. */
export function useText<N extends Namespace>(namespace: N) {
  return translator(useLocale(), namespace);
}
