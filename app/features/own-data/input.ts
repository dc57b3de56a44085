import { z } from "zod";

export const DeletionSchema = z.object({
  name: z.string("name-differs").max(200, "name-differs"),
  posts: z.enum(["keep", "remove"], "choose-posts"),
});
