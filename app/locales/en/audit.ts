export const audit = {
  title: "Audit log",
  lede: "What must stay on record: who did it, when and why. Nothing here is ever changed or taken out, and only admins read it.",
  filter: "What is shown",
  all: "Everything",
  number: "No. {id, number}",
  system: "Command line",
  empty: "Nothing stands here yet.",
  emptyHint: "Quiet official replies, roles and settings are written down from now on.",
  chain: {
    whole:
      "The chain is whole: {count, plural, =0 {no entry yet} one {its one entry is what was written} other {all # entries are what was written}}.",
    wholePart: "The newest {count, number} entries are what was written. “doctor” follows the whole log.",
    broken:
      "The chain is broken at number {id, number}: something was changed or taken out behind the site’s back. Compare with a backup.",
  },
  kinds: {
    "official-posted-quietly": "Official reply sent quietly",
    "official-edited-quietly": "Official reply edited quietly",
    "official-deleted": "Official reply deleted",
    "role-changed": "Role changed",
    "site-changed": "Settings changed",
    "statuses-changed": "Statuses renamed",
  },
  details: {
    topic: "Topic",
    reply: "Reply",
    reference: "Reference",
    reason: "Reason",
    member: "Member",
    from: "From",
    to: "To",
    setting: "Setting",
    version: "Version",
  },
};
