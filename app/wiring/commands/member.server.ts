import { text } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { createMember, promoteMember } from "~/features/auth/appointing.server";
import { AccountSchema } from "~/features/auth/input";
import { systemContext } from "~/features/members/context";
import { isRole, type Role, roles } from "~/features/members/role";
import { NotFound } from "~/platform/errors";
import type { FormErrors } from "~/platform/http/form-errors";
import { parseForm } from "~/platform/http/parse-form";
import { errorText } from "~/platform/i18n/use-error-text";
import { CommandFailure, type Command } from "./command";
import { withPlatform } from "./with-platform.server";

const usage = `hearback member create --email EMAIL --name NAME [--role ROLE] --password-stdin
hearback member promote NAME ROLE`;

export const memberCommand: Command = {
  summary: "add an account, or give one another role",
  help: `${usage}

create           adds an account that can sign in; its password is the first line of standard input
--role ROLE      one of ${roles.join(", ")} (member unless given)
promote          gives an account another role and signs it out everywhere; the last admin stays one`,
  async run({ args, terminal }) {
    const [action, ...rest] = args;
    const answer =
      action === "create" ? await create(rest) : action === "promote" ? await promote(rest) : null;
    if (!answer) throw new CommandFailure(`Say what to do:\n${usage}`, 2);
    terminal.result(`${answer.name} is ${answer.role} now.`, answer);
  },
};

interface Appointed {
  name: string;
  role: Role;
}

async function create(args: string[]): Promise<Appointed> {
  const { values } = parseArgs({
    args,
    options: {
      email: { type: "string" },
      name: { type: "string" },
      role: { type: "string", default: "member" },
      "password-stdin": { type: "boolean" },
    },
  });
  const { email, name, role } = values;
  if (!email || !name || !values["password-stdin"])
    throw new CommandFailure("member create needs --email, --name and --password-stdin.", 2);
  const asked = requireRole(role);
  // A password on the command line would stand in the shell's history and in the list of processes.
  const [password = ""] = (await text(process.stdin)).split(/\r?\n/, 1);
  const parsed = parseForm(AccountSchema, { name, email, password });
  if (!parsed.ok) throw refusal(parsed.errors);
  const made = await withPlatform((platform) =>
    createMember(systemContext(platform), { ...parsed.value, role: asked }),
  );
  if (!made.ok) throw refusal(made.errors);
  return { name: made.member.name, role: made.member.role };
}

async function promote(args: string[]): Promise<Appointed> {
  const { positionals } = parseArgs({ args, allowPositionals: true, options: {} });
  const [name, role] = positionals;
  if (!name || !role || positionals.length > 2) throw new CommandFailure(`Say who and what:\n${usage}`, 2);
  const asked = requireRole(role);
  try {
    const outcome = await withPlatform((platform) =>
      promoteMember(systemContext(platform), { name, role: asked }),
    );
    if (!outcome.ok)
      throw new CommandFailure(`${name} is the last admin. Make somebody else one before, or nobody could.`);
    return { name: outcome.member.name, role: outcome.member.role };
  } catch (error) {
    if (error instanceof NotFound) throw new CommandFailure(`Nobody with an account is called ${name}.`);
    throw error;
  }
}

function requireRole(word: string): Role {
  if (!isRole(word)) throw new CommandFailure(`There is no role "${word}". Roles: ${roles.join(", ")}.`, 2);
  return word;
}

function refusal({ fields, form }: FormErrors): CommandFailure {
  const lines = Object.entries(fields).map(([field, error]) => `${field}: ${errorText("en", error)}`);
  return new CommandFailure([...(form ? [errorText("en", form)] : []), ...lines].join("\n"));
}
