import * as z from 'zod';

/**
 * Reads a function's configuration from its environment, once, at cold start.
 *
 * @throws Error that names every variable that is missing or malformed, so a wrong deployment fails at once and says why.
 * @example
 * export const config = () => configFrom({ TABLE_NAME: z.string().min(1) });
 */
export function configFrom<Shape extends z.ZodRawShape>(
  shape: Shape,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): z.output<z.ZodObject<Shape>> {
  const read = z.object(shape).safeParse(environment);
  if (read.success) return read.data;
  throw new Error(`Invalid environment:\n${z.prettifyError(read.error)}`);
}
