import { createContext, useContext } from "react";

const ScriptContext = createContext<string | null>(null);

/** Tells the document where the built enhancement script stands. */
export const ScriptProvider = ScriptContext.Provider;

/** The one script of every page. Pages are not hydrated: it only adds comfort to plain links and forms. */
export function EnhancementScript() {
  const source = useContext(ScriptContext);
  return source ? <script type="module" src={source} async /> : null;
}
