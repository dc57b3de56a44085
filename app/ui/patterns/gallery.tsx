import { useText } from "~/platform/i18n/use-text";
import { Lightbox } from "./lightbox";

export interface GalleryItem {
  id: string | number;
  thumbnail: string;
  /** Address of the full picture; the link leads there without script. */
  full: string;
  fullWidth: number;
  fullHeight: number;
  /** Of the thumbnail, so that nothing jumps while it loads. */
  width: number;
  height: number;
  alt: string;
  caption?: string;
  lang?: string;
}

export interface GalleryProps {
  /** Unique on the page. */
  id: string;
  items: readonly GalleryItem[];
}

export function Gallery({ id, items }: GalleryProps) {
  const t = useText("common");
  const total = items.length;
  if (total === 0) return null;
  return (
    <div data-gallery={`${id}-lightbox`}>
      <ul className="thumbs" aria-label={t("gallery.label")}>
        {items.map((item, at) => (
          <li key={item.id}>
            <a
              className="thumb"
              href={item.full}
              lang={item.lang}
              aria-label={labelOf(item, at + 1)}
              data-picture={`${item.fullWidth}x${item.fullHeight}`}
              data-caption={item.caption}
              data-alt={item.alt}
            >
              <img
                src={item.thumbnail}
                alt=""
                width={item.width}
                height={item.height}
                loading="lazy"
                decoding="async"
              />
            </a>
          </li>
        ))}
      </ul>
      <Lightbox id={`${id}-lightbox`} />
    </div>
  );

  function labelOf(item: GalleryItem, index: number): string {
    if (item.alt) return t("gallery.openNamed", { index, total, description: item.alt });
    return t("gallery.open", { index, total });
  }
}
