import { generateTenantToken } from "meilisearch/token";
import type { Key, Meilisearch } from "meilisearch";
import type { Clock } from "../../clock/clock";
import type { Viewer } from "../port";
import { staffAudience } from "../viewer";
import { isAuthFailure } from "./failures";
import { audienceFilter } from "./filters";
import type { IndexNames } from "./index-names";

const tokenLifeMs = 10 * 60_000;
// A token handed out stays good for at least this long.
const tokenReserveMs = 2 * 60_000;
const mostTokens = 200;

interface Token {
  text: string;
  expiresAt: number;
}

/**
 * What searches are signed with: a key that may only search, narrowed for minutes to what one reader may see. A filter
 * forgotten in a request then still leaks nothing, because the server adds the token's own.
 */
export class ReadingKeys {
  readonly #tokens = new Map<string, Token>();
  #keys: Promise<{ everyone: Key; staff: Key } | undefined> | undefined;

  constructor(
    readonly admin: Meilisearch,
    readonly names: IndexNames,
    readonly clock: Clock,
  ) {}

  /** Undefined when the configured key may not look after keys; searches then carry that key and the filter only. */
  async tokenFor(viewer: Viewer): Promise<string | undefined> {
    const keys = await (this.#keys ??= this.#findKeys());
    if (!keys) return undefined;
    const name = JSON.stringify(viewer.audience);
    const now = this.clock.now().getTime();
    const known = this.#tokens.get(name);
    if (known && known.expiresAt - tokenReserveMs > now) return known.text;
    const isStaff = viewer.audience.includes(staffAudience);
    const key = isStaff ? keys.staff : keys.everyone;
    const expiresAt = now + tokenLifeMs;
    const rule = { filter: audienceFilter(viewer) };
    const searchRules = isStaff
      ? { [this.names.main]: rule, [this.names.staff]: rule }
      : { [this.names.main]: rule };
    const text = await generateTenantToken({
      apiKey: key.key,
      apiKeyUid: key.uid,
      searchRules,
      expiresAt: new Date(expiresAt),
    });
    this.#keep(name, { text, expiresAt });
    return text;
  }

  /** After a refusal: the keys may have been replaced. */
  forget(): void {
    this.#keys = undefined;
    this.#tokens.clear();
  }

  #keep(name: string, token: Token): void {
    if (this.#tokens.size >= mostTokens) this.#tokens.clear();
    this.#tokens.set(name, token);
  }

  async #findKeys(): Promise<{ everyone: Key; staff: Key } | undefined> {
    try {
      const { results } = await this.admin.getKeys({ limit: 1_000 });
      const { main, staff } = this.names;
      return {
        everyone: await this.#findKey(results, `${main}: read`, [main]),
        staff: await this.#findKey(results, `${main}: read with notes`, [main, staff]),
      };
    } catch (error) {
      if (isAuthFailure(error)) return undefined;
      this.#keys = undefined;
      throw error;
    }
  }

  async #findKey(known: readonly Key[], name: string, indexes: string[]): Promise<Key> {
    return (
      known.find((key) => key.name === name) ??
      (await this.admin.createKey({ name, actions: ["search"], indexes, expiresAt: null }))
    );
  }
}
