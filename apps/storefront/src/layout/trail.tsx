import { formatClock } from '../times.ts';

export type StepState = 'done' | 'now' | 'todo' | 'failed' | 'reversed' | 'skipped';

/** A waypoint. */
export interface Step {
  readonly id: string;
  readonly state: StepState;
  readonly title: string;
  readonly note?: string | undefined;
  /** RFC 3339. */
  readonly at?: string | undefined;
}

const markers: Readonly<Record<StepState, { look: string; sign: string; words: string }>> = {
  done: { look: 'bg-spruce text-on-spruce border-spruce', sign: '✓', words: 'done' },
  now: { look: 'bg-card border-blaze text-blaze here', sign: '•', words: 'happening now' },
  todo: { look: 'bg-card border-line text-soft', sign: '', words: 'still to come' },
  failed: { look: 'bg-blaze border-blaze text-card', sign: '✕', words: 'failed' },
  reversed: { look: 'bg-card border-edge text-soft', sign: '↺', words: 'reversed' },
  skipped: { look: 'bg-sunk border-line text-soft', sign: '–', words: 'did not happen' },
};

/**
 * The way of an order or a trip as a trail from waypoint to waypoint. Each has its place, with room for a line below its title: what is
 * loaded later appears in its place, and moves nothing.
 */
export function Trail({ of, steps, className }: { of: string; steps: readonly Step[]; className: string }) {
  return (
    <ol aria-label={`Progress of this ${of}`} className={`max-w-xl ${className}`}>
      {steps.map((step, index) => (
        <Waypoint key={index} step={step} last={index === steps.length - 1} />
      ))}
    </ol>
  );
}

function Waypoint({ step, last }: { step: Step; last: boolean }) {
  const { look, sign, words } = markers[step.state];
  const quiet = step.state === 'todo' || step.state === 'skipped';
  return (
    <li data-step={step.id} data-state={step.state} className="flex min-h-18 gap-4">
      <div className="flex flex-col items-center">
        <span
          aria-hidden
          className={`flex size-9 shrink-0 items-center justify-center rounded-full border-3 text-lg font-bold leading-none ${look}`}
        >
          {sign}
        </span>
        {!last && (
          <span
            aria-hidden
            className={`trail my-1 w-0.75 grow ${step.state === 'done' ? 'text-spruce' : 'text-line'}`}
          />
        )}
      </div>
      <div className="grow pb-3">
        <div className="flex items-baseline justify-between gap-4 pt-1">
          <p
            className={`text-lg font-semibold ${quiet ? 'text-soft' : ''} ${step.state === 'reversed' || step.state === 'skipped' ? 'line-through decoration-1' : ''}`}
          >
            {step.title}
            <span className="sr-only">: {words}</span>
          </p>
          {step.at && (
            <time dateTime={step.at} className="text-sm text-soft tabular-nums">
              {formatClock(step.at)}
            </time>
          )}
        </div>
        {step.note && <p className={step.state === 'failed' ? 'font-semibold text-blaze' : 'text-soft'}>{step.note}</p>}
      </div>
    </li>
  );
}
