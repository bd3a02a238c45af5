import { describe, expect, it } from 'vitest';
import { specification } from './decider.ts';

type Light = 'on' | 'off';
const light = specification({
  initial: 'off',
  evolve: (_: Light, event: 'lit' | 'darkened'): Light => (event === 'lit' ? 'on' : 'off'),
  decide: (state: Light, command: 'light' | 'break'): readonly string[] => {
    if (command === 'break') throw new RangeError('it does not break');
    return state === 'on' ? [] : ['lit'];
  },
});

describe('a specification', () => {
  it('passes when that is decided', () => {
    light.given().when('light').thenDecides(['lit']);
    light.given('lit', 'darkened', 'lit').when('light').thenDecides([]);
    light.givenState('on').when('light').thenDecides([]);
    light
      .given()
      .when('break')
      .thenThrows(/not break/);
    light.given().when('break').thenThrows(RangeError);
  });

  it('fails when something else is', () => {
    expect(() => light.given('lit').when('light').thenDecides(['lit'])).toThrow(/strictly deep-equal/i);
    expect(() =>
      light
        .given()
        .when('light')
        .thenThrows(/anything/),
    ).toThrow('Missing expected exception');
  });
});
