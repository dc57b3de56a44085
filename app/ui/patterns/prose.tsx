export interface ProseProps {
  /** Sanitised markup from the markdown port, never anything else. */
  html: string;
  size?: "m" | "l";
  lang?: string;
}

/** What people write. Painting outside its own box is not possible for it. */
export function Prose({ html, size = "l", lang }: ProseProps) {
  return (
    <div
      className="prose"
      data-size={size === "m" ? "m" : undefined}
      lang={lang}
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}
