import type { ReviewDecision } from '@waypost/contracts';
import type { Random } from '@waypost/test-kit/simulation';

interface Review {
  /** Milliseconds since the order was placed. */
  readonly after: number;
  readonly decision: ReviewDecision;
}

const DECISIONS = ['approve', 'approve', 'approve', 'reject'] as const;
const HABITS = ['in time', 'in time', 'in time', 'at once', 'twice', 'early', 'late', 'never'] as const;

/**
 * Decisions of operators on an order in review, and at times on another one. The review times out after 300 seconds.
 */
export function reviewsOf(random: Random, isReviewed: boolean): readonly Review[] {
  const isDecided = random.next() < 0.05 || isReviewed;
  const decision = random.pick(DECISIONS);
  const reviews = reviewsBy(random.pick(isReviewed ? HABITS : ['early', 'in time']), random, decision);
  return isDecided ? reviews : [];
}

function reviewsBy(habit: (typeof HABITS)[number], random: Random, decision: ReviewDecision): readonly Review[] {
  const after = random.between(1000, 200_000);
  switch (habit) {
    case 'in time':
      return [{ after, decision }];
    case 'at once':
      return [
        { after, decision: 'approve' },
        { after, decision: 'reject' },
      ];
    case 'twice':
      return [
        { after, decision },
        { after: after + random.between(0, 5000), decision },
      ];
    case 'early':
      return [{ after: random.between(0, 1500), decision }];
    case 'late':
      return [{ after: random.between(290_000, 320_000), decision }];
    case 'never':
      return [];
  }
}
