import type { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { commonPasswords, commonWords } from "./common-passwords";
import { type PasswordOwner, type PasswordRefusal, refusePassword } from "./password-rules";

export type Strength = 0 | 1 | 2 | 3 | 4;
const enough: Strength = 3;
/** What comes later adds nothing an estimate could use, and the work grows with the length. */
const mostJudged = 128;

export type PasswordJudgement = PasswordRefusal | "password-weak";

/** Why a tidied password is not taken, or null: the rules first, then how long guessing it would take. */
export async function judgePassword(
  password: string,
  owner: PasswordOwner,
): Promise<PasswordJudgement | null> {
  const refusal = refusePassword(password, owner);
  if (refusal) return refusal;
  return (await strengthOf(password, owner)) < enough ? "password-weak" : null;
}

/** 0 (guessed at once) to 4, as zxcvbn counts. */
export async function strengthOf(password: string, owner: PasswordOwner): Promise<Strength> {
  const estimate = await estimator();
  const own = [owner.siteName, owner.name ?? "", ...(owner.email ?? "").split("@")].filter(Boolean);
  return estimate.check(password.slice(0, mostJudged), own).score;
}

let loaded: Promise<ZxcvbnFactory> | null = null;

// Loaded when the first password is judged: the word lists are most of a megabyte.
function estimator(): Promise<ZxcvbnFactory> {
  loaded ??= Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
    import("@zxcvbn-ts/language-en"),
  ]).then(
    ([{ ZxcvbnFactory: Factory }, common, english]) =>
      new Factory({
        graphs: common.adjacencyGraphs,
        dictionary: {
          ...common.dictionary,
          ...english.dictionary,
          // It knows no pinyin: without these woaini1314 counts as eight random letters.
          hearback: [...commonWords, ...commonPasswords],
        },
      }),
  );
  return loaded;
}
