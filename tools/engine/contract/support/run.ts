/** What the set-up leaves for the tear-down; both run in one process. */
interface Run {
  readonly directory: string;
  readonly stopEngine: () => Promise<void>;
}

let current: Run | undefined;

export const rememberForTearDown = (run: Run): void => {
  current = run;
};

export const currentRun = (): Run | undefined => current;
