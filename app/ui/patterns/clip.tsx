export interface ClipProps {
  src: string;
  mediaType: string;
  width: number;
  height: number;
  caption?: string;
  lang?: string;
  /** What it is called for ears, and the word of the link where a browser plays no video. */
  label: string;
}

/** A video among the text. Nothing but its beginning is loaded before it is played. */
export function Clip({ src, mediaType, width, height, caption, lang, label }: ClipProps) {
  return (
    <figure className="clip">
      <video controls preload="metadata" playsInline width={width} height={height} aria-label={label}>
        <source src={src} type={mediaType} />
        <a href={src}>{label}</a>
      </video>
      {caption && (
        <figcaption lang={lang}>
          <bdi>{caption}</bdi>
        </figcaption>
      )}
    </figure>
  );
}
