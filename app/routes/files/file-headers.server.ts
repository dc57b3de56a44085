import { isVideo } from "~/features/attachments/attachment";
import type { FileSize } from "~/features/attachments/file-keys";
import type { ReadableFile } from "~/features/attachments/reading.server";

// What stands under an id never changes, but who may see it does. Readers keep a picture for a day; a shared cache must
// ask again after five minutes, which is how long a hidden picture may still come out of one.
const publicCache = "public, max-age=86400, s-maxage=300";
// Asked for again every time, so that it is gone with the session.
const privateCache = "private, no-cache";

export function headersOf(file: ReadableFile, size: FileSize): Headers {
  const headers = new Headers({
    "Content-Type": file.mediaType,
    "Content-Disposition": disposition(file),
    ETag: `"${file.sha256.slice(0, 32)}-${size}"`,
    "Cache-Control": file.audience === "public" ? publicCache : privateCache,
    "X-Content-Type-Options": "nosniff",
    // Opened by itself, the file is a document of this site: it may load and run nothing but itself.
    "Content-Security-Policy": isVideo(file)
      ? "sandbox; default-src 'none'; media-src 'self'"
      : "sandbox; default-src 'none'",
  });
  if (size === "video") headers.set("Accept-Ranges", "bytes");
  return headers;
}

/** Shown, not saved; when saved, under its own name with the kind it now has (RFC 6266). */
function disposition({ fileName, mediaType }: ReadableFile): string {
  const name = `${fileName.replace(/\.[a-z0-9]{1,5}$/i, "")}.${mediaType.split("/")[1]}`;
  const plain = name.replace(/[^A-Za-z0-9._ -]/g, "_");
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `inline; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
