const made = new Map<string, Intl.NumberFormat>();

/** 1,204 in English, 1,204 in Chinese, whole. */
export function writeNumber(locale: string, value: number): string {
  return format(locale, {}).format(value);
}

/** 12k or 1.2万, for badges and narrow columns. */
export function writeShortNumber(locale: string, value: number): string {
  return format(locale, { notation: "compact", maximumFractionDigits: 1 }).format(value);
}

/** A count where there is room for four digits: whole up to 9,999, shortened above. */
export function writeCount(locale: string, value: number): string {
  return value < 10_000 ? writeNumber(locale, value) : writeShortNumber(locale, value);
}

/** A share between 0 and 1 as a percentage. */
export function writeShare(locale: string, share: number): string {
  return format(locale, { style: "percent", maximumFractionDigits: 0 }).format(share);
}

/** Bytes as people say them, in steps of 1000: 212 kB, 8 MB. */
export function writeBytes(locale: string, bytes: number): string {
  const step =
    bytes < 1e6
      ? { unit: "kilobyte", size: 1e3 }
      : bytes < 1e9
        ? { unit: "megabyte", size: 1e6 }
        : { unit: "gigabyte", size: 1e9 };
  const amount = bytes / step.size;
  const digits = amount < 10 ? 1 : 0;
  return format(locale, { style: "unit", unit: step.unit, maximumFractionDigits: digits }).format(amount);
}

function format(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = made.get(key) ?? new Intl.NumberFormat(locale, options);
  made.set(key, known);
  return known;
}
