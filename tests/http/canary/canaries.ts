/** Words that stand in one hidden place each: whatever holds one of them shows what it should not. */
export interface Canaries {
  word: (place: string) => string;
  /** The places whose words stand in this text, in any case and also within an address. */
  leaksIn: (text: string) => string[];
  readonly all: ReadonlyMap<string, string>;
}

const pattern = /quagga[a-z]{3}q/gi;

export function newCanaries(): Canaries {
  const places = new Map<string, string>();
  return {
    all: places,
    word(place) {
      const word = `quagga${lettersOf(places.size)}q`;
      places.set(word, place);
      return word;
    },
    leaksIn(text) {
      const found = new Set(text.match(pattern)?.map((word) => word.toLowerCase()));
      return [...found].map((word) => places.get(word) ?? word);
    },
  };
}

/** A word of the same length that stands nowhere. */
export const wordOfNothing = "quaggazzzq";

function lettersOf(count: number): string {
  return [count / 676, (count / 26) % 26, count % 26]
    .map((part) => String.fromCharCode(97 + Math.floor(part)))
    .join("");
}
