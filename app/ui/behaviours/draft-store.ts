/** Text kept in this browser: a guest's until they sign in, anybody's while the server cannot be reached. */
export interface LocalDraft {
  fields: [name: string, value: string][];
  at: number;
  /** It was sent from here: it may have arrived. */
  isSent?: boolean;
}

const prefix = "draft ";
const keptMs = 7 * 86_400_000;

/** `isGuest` outlives the tab; a member's text does not, for the browser may be shared. */
export function draftStore(name: string, isGuest: boolean) {
  const key = prefix + name;
  const storages = isGuest ? [() => localStorage] : [() => sessionStorage, () => localStorage];
  return {
    /** Also finds what the same person typed before they signed in. */
    read(): LocalDraft | null {
      for (const storage of storages) {
        const draft = attempt(() => JSON.parse(storage().getItem(key) ?? "null") as LocalDraft | null);
        if (draft && Array.isArray(draft.fields) && Date.now() - draft.at < keptMs) return draft;
      }
      return null;
    },
    keep(draft: LocalDraft): boolean {
      return attempt(() => (storages[0]!().setItem(key, JSON.stringify(draft)), true)) ?? false;
    },
    drop(): void {
      for (const storage of storages) attempt(() => storage().removeItem(key));
    },
  };
}

function attempt<Value>(work: () => Value): Value | null {
  try {
    return work();
  } catch {
    return null; // A browser that forbids keeping loses the comfort, not the page.
  }
}
