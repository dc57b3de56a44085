import { type Variable, variables } from "./saved-reply";

const written = new RegExp(`\\{(${variables.join("|")})\\}`, "g");
// Everything that begins markup, a mention, a reference or a link; at the beginning also what begins a list or a quote.
const calling = /[\\`*_[\]<~|@#]|&(?=#?\w+;)|:(?=\/\/)|(?<=www)\.|^[>+=-]|(?<=^\d{1,9})[.)](?=\s|$)/gi;

/**
 * A saved text with what its variables stand for. Everything put in is plain text there: a name or title somebody chose is
 * no markup, mentions nobody, links nowhere, and no variable in it is filled in turn. Unknown braces stay as they are.
 */
export function fillText(text: string, values: Readonly<Record<Variable, string>>): string {
  return text.replace(written, (_all, name: Variable) => plain(values[name]));
}

function plain(value: string): string {
  return value.replace(/\s+/g, " ").trim().replace(calling, "\\$&");
}
