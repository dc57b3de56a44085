import { z } from "zod";

// A year beyond these is a broken record, and some databases cannot keep it.
const earliest = Date.UTC(1990, 0, 1);
const latest = Date.UTC(2100, 0, 1);

/** Fields the shapes of archives share. Unknown fields are ignored: nothing but what is named here comes in. */
export const time = z
  .string()
  .transform((text) => new Date(text))
  .refine(
    (date) => date.getTime() >= earliest && date.getTime() <= latest,
    "is no time between 1990 and 2100",
  );

export const text = z
  .string()
  .nullish()
  .transform((value) => value ?? "");

export const title = z
  .string()
  .transform((value) => value.trim())
  .refine((value) => value !== "", "is empty");

export const number = z.number().int().positive().max(2_000_000_000);
export const id = z.union([z.number(), z.string()]).transform(String);

/** Deleted accounts come as null, as an empty login or as the account that stands for them all. */
export const person = z
  .object({ login: z.string().nullish(), name: z.string().nullish() })
  .nullish()
  .transform((value) => {
    const login = value?.login ?? "";
    return login === "ghost" ? { login: "", name: "" } : { login, name: value?.name ?? "" };
  });

export const labels = z
  .array(z.object({ name: z.string() }))
  .nullish()
  .transform((value) => (value ?? []).map((label) => label.name));
