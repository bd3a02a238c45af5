import { Metrics } from '@aws-lambda-powertools/metrics';

const metrics = new Metrics({ namespace: 'Waypost' });

/**
 * Counts something that happened, in the embedded metric format, in the namespace `Waypost` with the service as dimension.
 * A module of its own, so that functions that count nothing don't carry it.
 */
export function count(name: string, times = 1): void {
  metrics.addMetric(name, 'Count', times);
  metrics.publishStoredMetrics();
}
