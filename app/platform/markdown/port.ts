/** Raise it when the same source would give other markup, so that stored posts can be rendered anew. */
export const rendererVersion = 2;

export interface MarkdownOptions {
  /**
   * Cross references by the words that name them: `{ "#12": "/t/12", "gui#7": "https://…" }`. Only these become
   * links. `referencesIn` lists what a text might refer to. Data and not a function: it travels to another thread.
   */
  linkReference?: Readonly<Record<string, string>>;
  /**
   * Names that exist. When given, only these become mentions, and a run of Han characters (@小明看一下) is cut to the
   * longest name it begins with. Without it every well-formed @name is a mention. `namesIn` lists the candidates.
   */
  names?: readonly string[];
  /**
   * The text was written for GitHub or a forum that allows some HTML: comments vanish, `<br>` breaks the line, `<img>`
   * becomes a link, formatting tags are dropped while their content stays. Otherwise all HTML is shown as text.
   */
  isImported?: boolean;
}

export interface MarkdownDocument {
  source: string;
  options?: MarkdownOptions;
}

export interface RenderedMarkdown {
  /** Markup of the allow-list in allow-list.ts. Safe to put into a page inside a block element; headings start at h3. */
  html: string;
  /** What a reader sees, without markup: paragraphs divided by line feeds. For search, mails and excerpts. */
  text: string;
  /** Names mentioned outside code and links, without "@", as written, each once, in order of appearance. */
  mentions: string[];
  /** Absolute addresses of the outside links and images, each once, in order of appearance. */
  links: string[];
  version: number;
  /** True when the document was too much work and is shown whole, but as plain text. */
  isPlain: boolean;
}

/** Turns what people write into markup. Never rejects because of a document, however hostile. */
export interface MarkdownRenderer {
  readonly version: number;
  /** For one post or preview. Rejects with RendererBusy when too much is waiting already. */
  render(source: string, options?: MarkdownOptions): Promise<RenderedMarkdown>;
  /** For imports and rebuilds: results in the order given. Documents of `render` go first. Pass some hundred at a time. */
  renderMany(documents: readonly MarkdownDocument[]): Promise<RenderedMarkdown[]>;
  /** Ends the threads. What still waits is rejected with RendererClosed. */
  close(): Promise<void>;
}

export class RendererBusy extends Error {
  readonly id = "markdown.busy";

  constructor() {
    super("Too many documents are waiting to be rendered.");
    this.name = "RendererBusy";
  }
}

export class RendererClosed extends Error {
  readonly id = "markdown.closed";

  constructor() {
    super("The markdown renderer is closed.");
    this.name = "RendererClosed";
  }
}
