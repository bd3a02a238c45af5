import * as z from 'zod';

/** An RFC 9457 problem document, `application/problem+json`. `errors` points into the request by JSON pointers (RFC 6901). */
export const Problem = z.object({
  type: z.string().meta({ examples: ['https://waypost.example/problems/invalid-request'] }),
  title: z.string().meta({ examples: ['The request is not valid'] }),
  status: z
    .int()
    .min(400)
    .max(599)
    .meta({ examples: [400] }),
  detail: z.string().optional(),
  instance: z.string().optional(),
  correlationId: z.string().meta({ examples: ['019df252-b5c0-7000-8000-00000000000c'] }),
  errors: z
    .array(
      z.object({
        pointer: z.string().meta({ examples: ['/lines/0/quantity'] }),
        detail: z.string().meta({ examples: ['must be at least 1'] }),
      }),
    )
    .optional(),
});
export type Problem = z.infer<typeof Problem>;
