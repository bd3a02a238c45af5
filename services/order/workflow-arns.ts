/** ARNs of the functions that the workflows ask, by the name of their command, and of the Express children. */
export type Arns = Readonly<Record<string, string>>;

/** @throws Error for a name that nobody gave. */
export function arn(arns: Arns, name: string): string {
  const found = arns[name];
  if (found === undefined) throw new Error(`The workflow needs the ARN of ${name}`);
  return found;
}
