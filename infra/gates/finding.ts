/** A finding of a gate in a stack. */
export interface Finding {
  /** Name of the rule, e.g. `queue-without-dead-letters`. */
  readonly rule: string;
  readonly stack: string;
  /** Logical id or construct path of the resource. */
  readonly resource: string;
  /** Description of the finding. */
  readonly message: string;
}

/** An accepted finding, with the reason. */
export interface Exception {
  /** Name of the rule, or a pattern for several rules. */
  readonly rule: string | RegExp;
  /** Matches `<stack>/<resource>`. */
  readonly where: RegExp;
  readonly reason: string;
}

const explains =
  (finding: Finding) =>
  ({ rule, where }: Exception) =>
    (typeof rule === 'string' ? rule === finding.rule : rule.test(finding.rule)) &&
    where.test(`${finding.stack}/${finding.resource}`);

/** Returns the findings without an exception. */
export function unexplained(findings: readonly Finding[], exceptions: readonly Exception[]): readonly Finding[] {
  return findings.filter((finding) => !exceptions.some(explains(finding)));
}

/** Returns the exceptions without a finding, so that none outlives its reason. */
export function unused(findings: readonly Finding[], exceptions: readonly Exception[]): readonly Exception[] {
  return exceptions.filter((exception) => !findings.some((finding) => explains(finding)(exception)));
}

/** Formats a finding as one line. */
export function describeFinding({ rule, stack, resource, message }: Finding): string {
  return `${rule}: ${stack}/${resource}: ${message}`;
}
