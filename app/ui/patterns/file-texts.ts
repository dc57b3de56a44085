import { useLocale, useText } from "~/platform/i18n/use-text";
import { writeBytes } from "../primitives/number";

export interface FileLimits {
  /** As the accept attribute has it: "image/png,image/jpeg,video/mp4". */
  accept: string;
  /** Of pictures. */
  maxCount: number;
  maxImageBytes: number;
  maxVideos?: number;
  maxVideoBytes?: number;
  /** Where the script sends one file at a time, for an id that stands for it in the form. */
  uploadPath?: string;
}

/**
 * The limits and what the script says about files, as data attributes: the script carries no language of its own. It
 * fills in `{name}` and `{size}`.
 */
export function useFileTexts(limits: FileLimits) {
  const { accept, maxCount, maxImageBytes, maxVideos = 0, maxVideoBytes = 0, uploadPath } = limits;
  const t = useText("common");
  const locale = useLocale();
  const slots = { name: "{name}", size: "{size}" };
  return {
    "data-max-count": maxCount,
    "data-max-image-bytes": maxImageBytes,
    "data-max-videos": maxVideos,
    "data-max-video-bytes": maxVideoBytes,
    "data-upload": uploadPath,
    "data-text-failed": t("files.failed", slots),
    "data-text-refused": t("files.refused"),
    "data-text-moved": t("files.moved", { ...slots, index: "{index}", total: "{total}" }),
    "data-text-covered": t("files.covered", slots),
    "data-text-wrong-type": t(
      accept.includes("video/") ? "files.wrongType" : "files.wrongTypeOfPicture",
      slots,
    ),
    "data-text-too-many": t("files.tooMany", { ...slots, limit: maxCount }),
    "data-text-too-many-videos": t("files.tooManyVideos", { ...slots, limit: maxVideos }),
    "data-text-image-too-large": t("files.tooLarge", { ...slots, limit: writeBytes(locale, maxImageBytes) }),
    "data-text-video-too-large": t("files.tooLarge", { ...slots, limit: writeBytes(locale, maxVideoBytes) }),
  };
}
