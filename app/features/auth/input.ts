import { z } from "zod";
import { passwordLimits } from "./password-rules";

const longestTyped = 4 * passwordLimits.max;

/** As typed; what makes it right is asked of the database. */
export const SignInSchema = z.object({
  identifier: z.string().max(254, "credentials"),
  password: z.string().max(longestTyped, "credentials"),
});
export type SignInInput = z.infer<typeof SignInSchema>;

export const EmailSchema = z
  .string("email-invalid")
  .trim()
  .toLowerCase()
  // Here it ends: an expression run over megabytes can use up the stack.
  .max(254, { error: "email-invalid", abort: true })
  .refine(
    (email) => /^[^\s\p{C}@<>"(),;:\\]+@(?:[\p{L}\p{N}-]+\.)+[\p{L}\p{N}-]{2,}$/u.test(email),
    "email-invalid",
  );

export const AccountSchema = z.object({
  name: z.string("name-length").max(1_000, "name-length"),
  email: EmailSchema,
  password: z.string("password-short").max(longestTyped, "password-long"),
});
export type AccountInput = z.infer<typeof AccountSchema>;

/** Of an account that begins without a password. */
export const NamedAccountSchema = AccountSchema.omit({ password: true });
export type NamedAccountInput = z.infer<typeof NamedAccountSchema>;

export const ExternalAccountSchema = NamedAccountSchema.extend({ token: z.string().max(100) });

export const ChangePasswordSchema = z.object({
  currentPassword: z.string("password-wrong").max(longestTyped, "password-wrong").default(""),
  newPassword: z.string("password-short").max(longestTyped, "password-long"),
});
export type ChangePasswordInput = z.infer<typeof ChangePasswordSchema>;

export const SecondStepSchema = z.object({
  step: z.string().min(1).max(100),
  code: z.string().max(100),
});

export const ProofSchema = z.object({
  password: z.string().max(longestTyped),
  code: z.string().max(100).default(""),
});

export const ResetSchema = z.object({ email: EmailSchema });

export const NewPasswordSchema = z.object({
  password: z.string("password-short").max(longestTyped, "password-long"),
});
