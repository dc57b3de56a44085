// What one document may cost. Measured on hostile corpora; with these the worst case stays well under the deadline.

/** A document is killed after this long and shown as plain text. */
export const deadlineMilliseconds = 1500;

/** Longer sources (imports; a post is shorter) are rendered in sections of at most this many characters. */
export const maxSectionCharacters = 64 * 1024;

/** Beyond this a source is a file and not a post: shown whole, as plain text. */
export const maxSourceCharacters = 1024 * 1024;

/** Quotes in quotes, lists in lists, emphasis in emphasis. What is nested deeper is text. */
export const maxNesting = 20;

/** One paragraph, heading or cell longer than this is a paste and not prose: its marks are not looked at. */
export const maxInlineCharacters = 5000;

/** Marks times characters, summed over the paragraphs of a section; the most of any real post is 3 million. */
export const maxMarkWork = 8_000_000;

export const maxTableColumns = 40;
export const maxTableCells = 10_000;

/**
 * Sum of the squared lengths of the highlighted blocks of a section, as the worst languages take quadratic time (11 s for
 * one word of 50,000 letters): one block of 8,000 characters, or ten of 2,500.
 */
export const maxHighlightWork = 64_000_000;
export const maxHighlightedLine = 500;
/** Honest code grows four- to sixfold by its classes; "${" over and over grows 150-fold. */
export const maxHighlightedGrowth = 15;

export const maxAddressCharacters = 2000;
/** 64 kB of short references to one long address would make hundreds of megabytes. */
export const maxAddressCharactersPerSection = 256 * 1024;

export const maxMentionLinksPerSection = 300;
