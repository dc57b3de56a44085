import { z } from "zod";
import { boards } from "~/features/topics/topic";

const number = z.coerce.number().int().positive().max(2_147_483_647);

/** What a page listens for. */
export const ListenSchema = z.object({
  /** Public number of the topic it shows. */
  topic: number.optional().catch(undefined),
  /** The board it lists. */
  board: z.enum(boards).optional().catch(undefined),
  /** When it was written, in milliseconds: what came since is told at once. */
  since: z.coerce.number().int().positive().optional().catch(undefined),
  /** The last event it heard before it was cut off. */
  last: number.optional().catch(undefined),
});

export type ListenInput = z.infer<typeof ListenSchema>;
