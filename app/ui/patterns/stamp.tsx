import { useId } from "react";

export interface StampProps {
  siteName: string;
  /** The word for official, in both languages. */
  mark: string;
}

const ringLength = 2 * Math.PI * 26.5;
const largestLetter = 7.4;

/** The seal of a letter: rosette, two rings, the site's name around the mark. Ornament, so hidden from ears. */
export function Stamp({ siteName, mark }: StampProps) {
  const ring = useId();
  const words = `${siteName.toLocaleUpperCase("en")} · ${mark} · `;
  return (
    <svg className="stamp" viewBox="0 0 96 96" aria-hidden="true" fill="none" stroke="currentColor">
      <path d={rosette} strokeWidth="1.5" />
      <circle cx="48" cy="48" r="35" strokeWidth="1" />
      <circle cx="48" cy="48" r="22.5" strokeWidth="1" />
      <path id={ring} d="M48 48m-26.5 0a26.5 26.5 0 1 1 53 0a26.5 26.5 0 1 1 -53 0" stroke="none" />
      <text fontSize={letterSize(words)} fill="currentColor" stroke="none" fontWeight="600">
        <textPath href={`#${ring}`} textLength={ringLength - 2}>
          {words}
        </textPath>
      </text>
      <g
        transform="translate(34.5 35.5) scale(1.1)"
        strokeWidth="1.9"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        <path d="M4.6 21L6 16.7A8.3 8.3 0 1 1 20.3 11A5 5 0 0 1 15.3 16H10" />
        <path d="M12.6 13.1L9.7 16l2.9 2.9" />
      </g>
    </svg>
  );
}

/** Long names get smaller letters, so that the ring never closes over itself. Han letters are twice as wide. */
function letterSize(words: string): number {
  const widths = Array.from(words, (letter) => (/\p{Script=Han}/u.test(letter) ? 1 : 0.62));
  const needed = widths.reduce((sum, width) => sum + width, 0);
  return Math.min(largestLetter, Math.round((ringLength / needed) * 9) / 10);
}

const rosette =
  "M48 4.4Q54.19 1.01 59.28 5.89Q66.14 4.21 69.8 10.24Q76.86 10.4 78.83 17.17Q85.6 19.14 85.76 26.2Q91.79 29.86 90.11 36.72Q94.99 41.81 91.6 48Q94.99 54.19 90.11 59.28Q91.79 66.14 85.76 69.8Q85.6 76.86 78.83 78.83Q76.86 85.6 69.8 85.76Q66.14 91.79 59.28 90.11Q54.19 94.99 48 91.6Q41.81 94.99 36.72 90.11Q29.86 91.79 26.2 85.76Q19.14 85.6 17.17 78.83Q10.4 76.86 10.24 69.8Q4.21 66.14 5.89 59.28Q1.01 54.19 4.4 48Q1.01 41.81 5.89 36.72Q4.21 29.86 10.24 26.2Q10.4 19.14 17.17 17.17Q19.14 10.4 26.2 10.24Q29.86 4.21 36.72 5.89Q41.81 1.01 48 4.4Z";
