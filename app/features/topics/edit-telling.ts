/** Whether an edit of an official reply tells who follows: yes, not for the same meaning in other words, or not at all. */
export const editTellings = ["told", "minor", "quiet"] as const;
export type EditTelling = (typeof editTellings)[number];

/** Edits this close to one another are told as one. */
export const minutesBetweenTold = 60;
