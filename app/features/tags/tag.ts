export interface Tag {
  id: number;
  slug: string;
  name: string;
  /** Only staff put it on a topic or take it off. */
  isReserved: boolean;
}

/** From here on a count says "1,000+". */
export const mostCounted = 1_000;
