import type { Step, StepState } from './order-steps.ts';
import { formatClock } from '../times.ts';

const markers: Readonly<Record<StepState, { look: string; sign: string; words: string }>> = {
  done: { look: 'bg-spruce text-on-spruce border-spruce', sign: '✓', words: 'done' },
  now: { look: 'bg-card border-blaze text-blaze here', sign: '•', words: 'happening now' },
  todo: { look: 'bg-card border-line text-soft', sign: '', words: 'still to come' },
  failed: { look: 'bg-blaze border-blaze text-card', sign: '✕', words: 'failed' },
  undone: { look: 'bg-card border-edge text-soft', sign: '↺', words: 'undone' },
  skipped: { look: 'bg-sunk border-line text-soft', sign: '–', words: 'did not happen' },
};

/** The way of an order as a trail from waypoint to waypoint. */
export function Trail({ steps }: { steps: readonly Step[] }) {
  return (
    <ol aria-label="What has happened to this order" className="max-w-xl">
      {steps.map((step, index) => (
        <Waypoint key={step.id} step={step} last={index === steps.length - 1} />
      ))}
    </ol>
  );
}

function Waypoint({ step, last }: { step: Step; last: boolean }) {
  const { look, sign, words } = markers[step.state];
  const quiet = step.state === 'todo' || step.state === 'skipped';
  return (
    <li data-step={step.id} data-state={step.state} className="flex gap-4">
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
      <div className="pb-7">
        <p
          className={`pt-1 text-lg font-semibold ${quiet ? 'text-soft' : ''} ${step.state === 'undone' || step.state === 'skipped' ? 'line-through decoration-1' : ''}`}
        >
          {step.title}
          <span className="sr-only">: {words}</span>
        </p>
        {step.note && <p className={step.state === 'failed' ? 'font-semibold text-blaze' : 'text-soft'}>{step.note}</p>}
        {step.at && (
          <p className="text-sm text-soft tabular-nums">
            <time dateTime={step.at}>{formatClock(step.at)}</time>
          </p>
        )}
      </div>
    </li>
  );
}
