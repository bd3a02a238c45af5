import { formatShortTime } from '../times.ts';

export interface Stop {
  readonly title: string;
  /** RFC 3339. Absent for an expected stop. */
  readonly at?: string | undefined;
  readonly troubled?: boolean;
}

/** History of a parcel or a return, one line per stop, then the expected stops. */
export function Stops({ stops }: { stops: readonly Stop[] }) {
  return (
    <ol aria-live="polite" className="mt-3 space-y-1">
      {stops.map(({ title, at, troubled }) => (
        <li key={title} className={`flex flex-wrap justify-between gap-x-4 ${at ? '' : 'text-soft'}`}>
          <span>
            <span aria-hidden className="mr-2 inline-block w-4 text-center">
              {signOf(at, troubled)}
            </span>
            {title}
            {!at && <span className="sr-only">: still to come</span>}
          </span>
          {at && (
            <time dateTime={at} className="whitespace-nowrap text-sm text-soft tabular-nums">
              {formatShortTime(at)}
            </time>
          )}
        </li>
      ))}
    </ol>
  );
}

function signOf(at: string | undefined, troubled = false): string {
  if (!at) return '·';
  return troubled ? '!' : '✓';
}
