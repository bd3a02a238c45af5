/** Something that happens at a moment of virtual time. */
export interface ScheduledEvent {
  /** Milliseconds since the simulation began. */
  readonly at: number;
  /** Decides between events of the same moment. */
  readonly turn: number;
  readonly happen: () => void;
  isCancelled: boolean;
}

/** A binary heap: the next event first. Adding and taking cost log n. */
export function eventQueue() {
  const heap: ScheduledEvent[] = [];
  const isBefore = (one: ScheduledEvent, other: ScheduledEvent): boolean =>
    one.at < other.at || (one.at === other.at && one.turn < other.turn);

  const add = (event: ScheduledEvent): void => {
    let index = heap.push(event) - 1;
    while (index > 0) {
      const parentIndex = (index - 1) >> 1;
      const parent = heap[parentIndex];
      if (!parent || !isBefore(event, parent)) break;
      heap[index] = parent;
      index = parentIndex;
    }
    heap[index] = event;
  };

  const sink = (event: ScheduledEvent): void => {
    let index = 0;
    for (;;) {
      const left = 2 * index + 1;
      const [one, other] = [heap[left], heap[left + 1]];
      const child = one && other && isBefore(other, one) ? other : one;
      if (!child || !isBefore(child, event)) break;
      heap[index] = child;
      index = child === one ? left : left + 1;
    }
    heap[index] = event;
  };

  const take = (): ScheduledEvent | undefined => {
    const first = heap[0];
    const last = heap.pop();
    if (first && last && first !== last) sink(last);
    return first;
  };
  return { add, take };
}
