import { claimFreeNames } from "~/features/members/claiming.server";
import type { Context } from "~/features/members/context";
import { foldName } from "~/features/members/naming";
import { days } from "~/platform/clock/clock";
import { inTransaction } from "~/platform/db/transaction.server";
import { randomFrom } from "./seed-random";
import { seedBegin, type SeedPeople } from "./seed-scene";

const membersTable = 20;
const membersAtOnce = 500;
const staffCount = 5;
const titles = ["Support engineer", "技术支持", "Product manager", "产品经理", "Security team"];
const longestBeforeBegin = days(400);

export function seedName(number: number): string {
  return `seed-member-${number}`;
}

/** Members who say themselves that they were made up. They have no address and no password: nobody signs in as them. */
export async function addPeople(
  ctx: Context,
  { seed, members, onProgress }: { seed: number; members: number; onProgress: (done: number) => void },
): Promise<SeedPeople> {
  const random = randomFrom(seed, membersTable);
  const ids = new Int32Array(members);
  for (let from = 0; from < members; from += membersAtOnce) {
    const part = Array.from({ length: Math.min(membersAtOnce, members - from) }, (_, index) => {
      const number = from + index + 1;
      const isChinese = random.chance(0.5);
      return row({
        name: seedName(number),
        displayName: isChinese ? `示例成员${number}` : `Seed member ${number}`,
        createdAt: new Date(seedBegin - random.next() * longestBeforeBegin),
      });
    });
    const made = await insert(ctx, part);
    made.forEach(({ id }, index) => (ids[from + index] = id));
    onProgress(from + part.length);
  }
  const staff = Array.from({ length: staffCount }, (_, index) => ({
    ...row({
      name: `seed-staff-${index + 1}`,
      displayName: index % 2 === 0 ? `Seed staff ${index + 1}` : `示例员工${index + 1}`,
      createdAt: new Date(seedBegin - longestBeforeBegin),
    }),
    role: "staff",
    title: titles[index % titles.length]!,
  }));
  return { members: ids, staff: await insert(ctx, staff) };
}

function row({ name, ...rest }: { name: string; displayName: string; createdAt: Date }) {
  return { ...rest, name, nameFolded: foldName(name), origin: "import" };
}

async function insert(ctx: Context, data: (ReturnType<typeof row> & { role?: string; title?: string })[]) {
  const made = await inTransaction(ctx, async (tx) => {
    const members = await tx.db.member.createManyAndReturn({
      data,
      select: { id: true, name: true, displayName: true, title: true },
    });
    await claimFreeNames(
      tx,
      members.map(({ id, name }) => ({ memberId: id, name })),
    );
    return members;
  });
  const byName = new Map(made.map((member) => [member.name, member]));
  return data.map(({ name }) => byName.get(name)!);
}
