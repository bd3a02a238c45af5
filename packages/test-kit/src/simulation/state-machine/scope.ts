/** The variables of a state machine, or of one that runs inside another; and whether it is still of interest. */
export interface Scope {
  readonly outer?: Scope;
  readonly variables: Map<string, unknown>;
  /** Its siblings failed, its execution ended: it does nothing any more. */
  isAbandoned: boolean;
}

export const scopeIn = (outer?: Scope): Scope => ({
  ...(outer && { outer }),
  variables: new Map(),
  isAbandoned: false,
});

/** Variables of a scope: its own and those of the scopes around it. */
export function variablesIn({ outer, variables }: Scope): Record<string, unknown> {
  return { ...(outer && variablesIn(outer)), ...Object.fromEntries(variables) };
}

const isAbandoned = (scope: Scope): boolean =>
  scope.isAbandoned || (scope.outer !== undefined && isAbandoned(scope.outer));

/** Goes on only if the scope is still of interest then: what was begun runs to its end, but nothing follows from it. */
export function whileScopeRuns<Result>(scope: Scope, work: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const unlessAbandoned =
      <Value>(settle: (value: Value) => void) =>
      (value: Value): void =>
        isAbandoned(scope) ? undefined : settle(value);
    work.then(unlessAbandoned(resolve), unlessAbandoned(reject));
  });
}
