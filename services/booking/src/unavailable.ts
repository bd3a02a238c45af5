import { isRetriable, ProblemError } from '@waypost/service-kit';

/** Maps a failed request to the airline or the hotel to a 503, which the client may retry. */
export const orUnavailable = <Result>(asked: Promise<Result>): Promise<Result> =>
  asked.catch((error: unknown) => {
    if (!isRetriable(error) || error instanceof ProblemError) throw error;
    throw new ProblemError('unavailable', "The airline or the hotel can't be reached. Try again in a moment.");
  });
