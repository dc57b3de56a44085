import { z } from "zod";
import { type Parsed, parseForm } from "~/platform/http/parse-form";
import { cleanLine } from "~/platform/text/clean-text";
import { countCharacters } from "~/platform/text/count-characters";
import {
  type HoldingRules,
  longestHost,
  longestKeyword,
  mostFirstPosts,
  mostKeywords,
  mostKnownHosts,
} from "./rules";

const longestList = 40_000;
const host = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$/u;

const Ticked = z.string().optional().transform(Boolean);

function linesOf(typed: string): string[] {
  return [...new Set(typed.split("\n").map(cleanLine).filter(Boolean))];
}

const KeywordsSchema = z
  .string()
  .max(longestList, "holding-keywords")
  .default("")
  .transform(linesOf)
  .refine((lines) => lines.length <= mostKeywords, "holding-keywords")
  .refine((lines) => lines.every((line) => countCharacters(line) <= longestKeyword), "holding-keywords")
  // A single letter would hold everything, and without a letter or digit nothing.
  .refine(
    (lines) => lines.every((line) => /[\p{L}\p{N}].*[\p{L}\p{N}]/u.test(line)),
    "holding-keyword-short",
  );

const HostsSchema = z
  .string()
  .max(longestList, "holding-hosts")
  .default("")
  .transform((typed) => [...new Set(linesOf(typed).map(hostOf))])
  .refine((hosts) => hosts.length <= mostKnownHosts, "holding-hosts")
  .refine((hosts) => hosts.every((each) => each.length <= longestHost && host.test(each)), "holding-hosts");

const RulesSchema = z.object({
  links: Ticked,
  contacts: Ticked,
  images: Ticked,
  firstPosts: z
    .string("holding-first-posts")
    .trim()
    .regex(/^\d{1,2}$/, "holding-first-posts")
    .transform(Number)
    .refine((number) => number <= mostFirstPosts, "holding-first-posts"),
  keywords: KeywordsSchema,
  knownHosts: HostsSchema,
});

/** Reads the page about what is held back. */
export function readRulesForm(values: Record<string, string>): Parsed<HoldingRules> {
  return parseForm(RulesSchema, values);
}

/** The same as the form shows it. */
export function rulesValues(rules: HoldingRules): Record<string, string> {
  return {
    ...(rules.links && { links: "on" }),
    ...(rules.contacts && { contacts: "on" }),
    ...(rules.images && { images: "on" }),
    firstPosts: String(rules.firstPosts),
    keywords: rules.keywords.join("\n"),
    knownHosts: rules.knownHosts.join("\n"),
  };
}

/** Whoever pastes an address means its host. */
function hostOf(line: string): string {
  const address = line.toLowerCase();
  return address
    .replace(/^https?:\/\//, "")
    .replace(/[/?#].*$/, "")
    .replace(/^www\./, "");
}
