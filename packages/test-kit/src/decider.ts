import { deepStrictEqual, throws } from 'node:assert/strict';

/** The pure heart of an aggregate. */
export interface Decider<State, Command, Event, Decision> {
  readonly initial: State;
  readonly evolve: (state: State, event: Event) => State;
  readonly decide: (state: State, command: Command) => Decision;
}

/** Expectations about a command. A method named `then` alone would make it a promise. */
export interface Decided<Decision> {
  readonly thenDecides: (expected: Decision) => void;
  readonly thenThrows: (expected: RegExp | (new (...parameters: never[]) => Error)) => void;
}

export interface Given<Command, Decision> {
  readonly when: (command: Command) => Decided<Decision>;
}

/**
 * Tests of decisions that read as sentences: given what happened (or a state), when this is asked, then that is decided.
 *
 * @example
 * const { given, givenState } = specification({ initial, evolve, decide });
 * given(placed, confirmed).when(cancel).thenDecides({ outcome: 'rejected', because: 'confirmed' });
 * givenState({ ...order, attempt: 2 }).when(confirm).thenThrows(/newer attempt/);
 */
export function specification<State, Command, Event, Decision>(decider: Decider<State, Command, Event, Decision>) {
  const givenState = (state: State): Given<Command, Decision> => ({
    when: (command) => ({
      thenDecides: (expected) => deepStrictEqual(decider.decide(state, command), expected),
      thenThrows: (expected) => throws(() => decider.decide(state, command), expected),
    }),
  });
  return {
    givenState,
    given: (...events: readonly Event[]): Given<Command, Decision> =>
      givenState(events.reduce(decider.evolve, decider.initial)),
  };
}
