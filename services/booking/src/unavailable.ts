import { isRetriable, ProblemError } from '@waypost/service-kit';

/** Answers 503 where the airline or the hotel is away: whoever asks may ask again. */
export const orUnavailable = <Result>(asked: Promise<Result>): Promise<Result> =>
  asked.catch((error: unknown) => {
    if (!isRetriable(error) || error instanceof ProblemError) throw error;
    throw new ProblemError('unavailable', "The airline or the hotel can't be reached. Try again in a moment.");
  });
