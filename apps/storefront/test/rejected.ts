import type { Problem } from '@waypost/contracts';

/** An error response, as a problem document. */
export class Rejected extends Error {
  readonly problem: Omit<Problem, 'type' | 'correlationId'>;

  constructor(problem: Omit<Problem, 'type' | 'correlationId'>) {
    super(problem.title);
    this.problem = problem;
  }
}
