import { Listr, PRESET_TIMER } from 'listr2';

/** A step with a name, shown with its duration. */
export interface Step<Result> {
  readonly title: string;
  /** `tell` shows progress. */
  readonly work: (tell: (progress: string) => void) => Promise<Result>;
}

export interface Steps {
  one<Result>(title: string, work: Step<Result>['work']): Promise<Result>;
  /**
   * Runs two steps in parallel. If one fails, the other is aborted by the signal and awaited, so that no work continues
   * unnoticed.
   */
  both<First, Second>(first: Step<First>, second: Step<Second>): Promise<[First, Second]>;
  /** Aborted by the caller, or when a step fails. */
  readonly signal: AbortSignal;
}

type Listed = Step<void>;

async function show(listed: readonly Listed[], quiet: boolean): Promise<void> {
  const tasks = listed.map(({ title, work }) => ({
    title,
    task: (_: unknown, task: { output: string }) =>
      work((progress) => {
        task.output = progress;
      }),
  }));
  const list = new Listr(tasks, {
    concurrent: true,
    registerSignalListeners: false,
    renderer: quiet ? 'silent' : 'default',
    rendererOptions: { timer: PRESET_TIMER, showErrorMessage: false },
    // Without a terminal: a line when a step starts and one when it ends.
    fallbackRenderer: 'simple',
    fallbackRendererOptions: { timer: PRESET_TIMER },
  });
  await list.run();
}

interface Kept<Result> {
  readonly listed: Listed;
  readonly result: () => Result;
  /** Waits until the work has ended; returns its error, if it failed. */
  readonly failure: () => Promise<readonly unknown[]>;
}

function keep<Result>({ title, work }: Step<Result>): Kept<Result> {
  const results: { readonly value: Result }[] = [];
  const running: Promise<void>[] = [];
  const run = (tell: (progress: string) => void): Promise<void> => {
    const ended = work(tell).then((value) => void results.push({ value }));
    running.push(ended);
    // The list names the step; the caller prints the error.
    return ended.catch((): never => {
      throw new Error('failed');
    });
  };
  return {
    listed: { title, work: run },
    result: () => {
      const [result] = results;
      if (!result) throw new Error(`${title} has not ended`);
      return result.value;
    },
    failure: async () => {
      const ends = await Promise.allSettled(running);
      return ends.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []));
    },
  };
}

const isAbort = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError';

/** Progress of steps: a live list on a terminal, plain lines otherwise, nothing when quiet. */
export function stepsOnTerminal({ quiet, signal }: { quiet: boolean; signal: AbortSignal }): Steps {
  const failing = new AbortController();
  const showAll = async (kept: readonly Pick<Kept<unknown>, 'listed' | 'failure'>[]): Promise<void> => {
    signal.throwIfAborted();
    try {
      await show(
        kept.map(({ listed }) => listed),
        quiet,
      );
    } catch (error) {
      failing.abort();
      const failures = (await Promise.all(kept.map(({ failure }) => failure()))).flat();
      // An aborted step is less informative than the one that failed.
      throw failures.find((each) => !isAbort(each)) ?? failures[0] ?? error;
    }
  };
  return {
    signal: AbortSignal.any([signal, failing.signal]),
    one: async (title, work) => {
      const only = keep({ title, work });
      await showAll([only]);
      return only.result();
    },
    both: async (first, second) => {
      const [one, two] = [keep(first), keep(second)];
      await showAll([one, two]);
      return [one.result(), two.result()];
    },
  };
}
