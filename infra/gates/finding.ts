/** Something that a gate found wrong with a stack. */
export interface Finding {
  /** The gate's name for what is wrong, e.g. `queue-without-dead-letters`. */
  readonly rule: string;
  readonly stack: string;
  /** The logical id or construct path of what is wrong. */
  readonly resource: string;
  /** What is wrong, for whoever has to mend it. */
  readonly message: string;
}

/** A finding that stays, with the reason why that is right. */
export interface Exception {
  /** The rule's name, or what matches the names of a family of rules. */
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

/** The findings that no exception explains. */
export function unexplained(findings: readonly Finding[], exceptions: readonly Exception[]): readonly Finding[] {
  return findings.filter((finding) => !exceptions.some(explains(finding)));
}

/** The exceptions that explain nothing any more, so that the list can't outlive its reasons. */
export function unused(findings: readonly Finding[], exceptions: readonly Exception[]): readonly Exception[] {
  return exceptions.filter((exception) => !findings.some((finding) => explains(finding)(exception)));
}

/** One line for people. */
export function describeFinding({ rule, stack, resource, message }: Finding): string {
  return `${rule}: ${stack}/${resource}: ${message}`;
}
