import type { Problem } from '@waypost/contracts';

/** An answer that is a problem document. */
export class Refused extends Error {
  readonly problem: Omit<Problem, 'type' | 'correlationId'>;

  constructor(problem: Omit<Problem, 'type' | 'correlationId'>) {
    super(problem.title);
    this.problem = problem;
  }
}
