/** What members are told of, in the order in which they choose about it. */
export const noticeTypes = [
  "mention",
  "official",
  "reply",
  "status",
  "solution",
  "announcement",
  "merged",
  "vote-on-behalf",
  "known-issue-solved",
  "moderation",
  "report",
  "assigned",
  "copy",
] as const;
export type NoticeType = (typeof noticeTypes)[number];

export const channels = ["app", "mail", "digest"] as const;
export type Channel = (typeof channels)[number];

/** What only the team is told of, and so chooses about. */
const ofTeam: readonly NoticeType[] = ["assigned"];

/** What a member chooses about. */
export function noticeTypesOf(reader: { isStaff: boolean }): NoticeType[] {
  return noticeTypes.filter((type) => reader.isStaff || !ofTeam.includes(type));
}

/** The ways a type can come. The mail about a copy of one's data is about the account: it comes always, and by itself. */
export function channelsOf(type: NoticeType): readonly Channel[] {
  return type === "copy" ? ["app"] : channels;
}

/** What differs from what a new member gets. */
export type Choices = Partial<Record<NoticeType, Partial<Record<Channel, boolean>>>>;

const atFirst: Record<Channel, boolean> = { app: true, mail: true, digest: false };

export function isNoticeType(value: unknown): value is NoticeType {
  return noticeTypes.includes(value as NoticeType);
}

/** Whether notices of this type shall come this way. */
export function isWanted(choices: Choices, type: NoticeType, channel: Channel): boolean {
  return channelsOf(type).includes(channel) && (choices[type]?.[channel] ?? atFirst[channel]);
}

/** Only what differs, so that a later change of what new members get reaches everybody who never chose. */
export function choicesOf(
  types: readonly NoticeType[],
  wanted: (type: NoticeType, channel: Channel) => boolean,
): Choices {
  const choices: Choices = {};
  for (const type of types)
    for (const channel of channelsOf(type))
      if (wanted(type, channel) !== atFirst[channel])
        choices[type] = { ...choices[type], [channel]: wanted(type, channel) };
  return choices;
}
