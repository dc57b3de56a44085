import { Lexer, Tokenizer, type MarkedOptions, type Token, type Tokens } from "marked";
import { addressEnd, withChinese } from "./chinese-rules";
import { importedComment, importedTag } from "./imported-html";
import { maxInlineCharacters, maxMarkWork, maxNesting, maxTableCells, maxTableColumns } from "./limits";

/** Thrown when a document needs more work than any honest one; the caller shows it as plain text. */
export class TooMuchWork extends Error {}

// Characters given to the lexer over all its nested calls. The most that any of 38,000
// real posts needs is 183,000.
const maxLexedCharacters = 1_000_000;

/** Longer than any mail address (RFC 5321: 254). */
const longWordBeforeAt = /^[\w.!#$%&'*+/=?^{|}~-]{255,}(?=@)/;

/** marked's lexer with bounds: what is nested too deep or too long stays text, and the whole work has an end. */
export class BoundedLexer extends Lexer {
  private inlineDepth = 0;
  private lexedCharacters = 0;
  private markWork = 0;

  constructor(options: MarkedOptions, { isImported }: { isImported: boolean }) {
    const tokenizer = new BoundedTokenizer(options, isImported);
    super({ ...options, tokenizer });
    tokenizer.rules = { ...tokenizer.rules, inline: withChinese(tokenizer.rules.inline) };
  }

  override blockTokens(src: string, tokens: Token[] = [], lastParagraphClipped?: boolean) {
    this.spend(src.length);
    // The two overloads of the base differ in the type of `tokens` alone.
    return super.blockTokens(src, tokens, lastParagraphClipped) as never;
  }

  override inlineTokens(src: string, tokens: Token[] = []): Token[] {
    if (src.length > maxInlineCharacters || this.inlineDepth >= maxNesting || this.hasTooManyMarks(src)) {
      tokens.push({ type: "text", raw: src, text: src, escaped: false });
      return tokens;
    }
    this.spend(src.length);
    this.inlineDepth++;
    try {
      return super.inlineTokens(src, tokens);
    } finally {
      this.inlineDepth--;
    }
  }

  /** Each mark that may open something looks for its end through the rest of the text. */
  private hasTooManyMarks(src: string): boolean {
    const marks = src.match(/[*_~[\]`]/g)?.length ?? 0;
    this.markWork += marks * src.length;
    return this.markWork > maxMarkWork;
  }

  private spend(characters: number): void {
    this.lexedCharacters += characters;
    if (this.lexedCharacters > maxLexedCharacters) throw new TooMuchWork();
  }
}

class BoundedTokenizer extends Tokenizer {
  private depth = 0;
  private cells = 0;

  constructor(
    options: MarkedOptions,
    private readonly isImported: boolean,
  ) {
    super(options);
  }

  override blockquote(src: string): Tokens.Blockquote | undefined {
    return this.nested(() => super.blockquote(src));
  }

  override list(src: string): Tokens.List | undefined {
    return this.nested(() => super.list(src));
  }

  /** A row shorter than its header is filled up, so a few bytes can ask for millions of cells. */
  override table(src: string): Tokens.Table | undefined {
    const columns = countOf("|", src, src.indexOf("\n"));
    if (columns === 0 || columns > maxTableColumns) return undefined;
    if (this.cells + columns > maxTableCells) return undefined;
    const rows = this.rules.block.table.exec(src)?.[0];
    if (rows === undefined) return undefined;
    // Counted before the cells are made: making them is the work.
    this.cells += columns * countOf("\n", rows, rows.length);
    if (this.cells > maxTableCells) throw new TooMuchWork();
    return super.table(src);
  }

  // Raw HTML is off: tags are words like any others, and markdown between them works.
  override html(src: string): Tokens.HTML | undefined {
    const comment = this.isImported ? importedComment(src) : null;
    return comment ? { type: "html", block: true, pre: false, raw: comment, text: "" } : undefined;
  }

  override tag(src: string): Tokens.Tag | undefined {
    const tag = this.isImported ? this.rules.inline.tag.exec(src)?.[0] : undefined;
    if (!tag) return undefined;
    // The lexer takes whatever token it is given; only the declared type is narrower.
    return importedTag(tag, src, (text) => this.lexer.inlineTokens(text)) as Tokens.Tag | undefined;
  }

  /**
   * What stands before an @ is looked through again from each of its letters on, in case a mail address begins there.
   * None is this long.
   */
  override inlineText(src: string): Tokens.Text | undefined {
    const word = longWordBeforeAt.exec(src)?.[0];
    if (word === undefined) return super.inlineText(src);
    return { type: "text", raw: word, text: word, escaped: this.lexer.state.inRawBlock };
  }

  override url(src: string): Tokens.Link | undefined {
    return super.url(src.slice(0, addressEnd(src)));
  }

  private nested<Made>(make: () => Made): Made | undefined {
    if (this.depth >= maxNesting) return undefined;
    this.depth++;
    try {
      return make();
    } finally {
      this.depth--;
    }
  }
}

function countOf(mark: string, src: string, end: number): number {
  let count = 0;
  for (let index = src.indexOf(mark); index >= 0 && index < end; index = src.indexOf(mark, index + 1))
    count++;
  return count;
}
