import { createHmac } from "node:crypto";
import { ApiError } from "./errors";

export const adminKey = "admin-key-of-the-stand-in";
const searchKey = "search-key-of-the-stand-in";

export interface StandInKey {
  uid: string;
  name: string;
  key: string;
  actions: string[];
  indexes: string[];
}

interface Claims {
  apiKeyUid: string;
  exp?: number;
  searchRules: Record<string, { filter?: unknown } | null>;
}

/** Keys that may only search, and the tokens made of them, checked as strictly as the server does. */
export class StandInKeys {
  readonly keys: StandInKey[] = [];

  create({ name, actions, indexes }: Omit<StandInKey, "uid" | "key">): StandInKey {
    const uid = `00000000-0000-4000-8000-${String(this.keys.length).padStart(12, "0")}`;
    const key = { uid, name, actions, indexes, key: `${searchKey}-${this.keys.length}` };
    this.keys.push(key);
    return key;
  }

  /** The filter of a tenant token, or none for a key that may search. */
  ruleFor(uid: string, authorization: string | undefined): unknown {
    const token = authorization?.replace(/^Bearer /, "") ?? "";
    if (token === adminKey) return undefined;
    const [header, payload, signature] = token.split(".");
    const claims = payload && (JSON.parse(Buffer.from(payload, "base64url").toString()) as Claims);
    const key = claims && this.keys.find((one) => one.uid === claims.apiKeyUid);
    if (!claims || !key) throw new ApiError(403, "invalid_api_key");
    const expected = createHmac("sha256", key.key).update(`${header}.${payload}`).digest("base64url");
    const isExpired = claims.exp === undefined || claims.exp * 1_000 < Date.now();
    if (signature !== expected || isExpired || !key.indexes.includes(uid) || !(uid in claims.searchRules)) {
      throw new ApiError(403, "invalid_api_key");
    }
    return claims.searchRules[uid]?.filter;
  }
}
