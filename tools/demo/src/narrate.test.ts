import { describe, expect, it } from '@jest/globals';
import { everyEvent } from '@waypost/contracts/catalogue';
import { busEvent } from '@waypost/test-kit';
import { HeardEvent } from './listen.ts';
import { narrate } from './narrate.ts';

describe('every event of the shop', () => {
  it.each(everyEvent.map((contract) => [contract.name, contract] as const))(
    '%s is told in words of its own',
    (name, contract) => {
      const told = narrate(HeardEvent.parse(busEvent(contract)));
      expect(told).toContain(name);
      expect(told).not.toMatch(/happened|undefined/);
    },
  );
});
