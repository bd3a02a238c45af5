import { describe, expect, it } from 'vitest';
import { namedError } from '../functions.ts';
import {
  failing,
  type Fields,
  inner,
  type Invoke,
  machine,
  outputOf,
  pass,
  task,
  walked,
} from '../../../test/rehearse-machine.ts';

describe('a Parallel', () => {
  const wait = (seconds: number, then: Fields): Fields =>
    inner({ Wait: { Type: 'Wait', Seconds: seconds, Next: 'Then' }, Then: then });

  it('runs its branches at once, and gives their outputs in their order', async () => {
    const definition = machine({
      Both: {
        Type: 'Parallel',
        Branches: [wait(20, pass('slow')), wait(10, pass('{% $states.input %}'))],
        Arguments: 'fast',
        End: true,
      },
    });
    expect(await walked(definition)).toMatchObject({ output: ['slow', 'fast'], seconds: 20 });
  });

  it('that fails abandons its other branches: what they began ends, and nothing follows', async () => {
    const called: string[] = [];
    const run: Invoke = async (name, _, { scheduler }) => {
      called.push(name);
      if (name === 'break') throw namedError('Broken', 'as planned');
      await scheduler.sleep(10_000);
      return called.push(`${name} done`);
    };
    const sibling = inner({ Pour: task('pour', { End: undefined, Next: 'Drink' }), Drink: task('drink') });
    const Catch = [{ ErrorEquals: ['Broken'], Next: 'Wipe' }];
    const definition = machine({
      Both: { Type: 'Parallel', Branches: [sibling, inner({ Break: task('break') })], Catch, Next: 'Wipe' },
      Wipe: pass('wiped'),
    });
    expect(await outputOf(definition, { run })).toBe('wiped');
    expect(called.toSorted()).toEqual(['break', 'pour', 'pour done']);
  });

  it('begins anew when it is retried', async () => {
    const Retry = [{ ErrorEquals: ['Broken'] }];
    const definition = machine({
      Both: { Type: 'Parallel', Branches: [inner({ Pour: task('pour') })], Retry, End: true },
    });
    expect(await outputOf(definition, { run: failing('Broken') })).toEqual(['poured']);
  });
});

describe('a Map', () => {
  const map = (more: Fields): Fields =>
    machine({ Each: { Type: 'Map', Items: '{% $states.input.cups %}', End: true, ...more } });
  const input = { cups: ['a', 'b', 'c'] };

  it('runs for each item at once, and gives the outputs in the order of the items', async () => {
    const ItemProcessor = inner({
      Wait: { Type: 'Wait', Seconds: 5, Next: 'Tell' },
      Tell: pass('{% $states.input & $states.context.Map.Item.Index %}'),
    });
    expect(await walked(map({ ItemProcessor }), { input })).toMatchObject({ output: ['a0', 'b1', 'c2'], seconds: 5 });
  });

  it('runs for no more at once than it may', async () => {
    const ItemProcessor = inner({ Wait: { Type: 'Wait', Seconds: 5, End: true } });
    expect(await walked(map({ ItemProcessor, MaxConcurrency: 2 }), { input })).toMatchObject({
      output: ['a', 'b', 'c'],
      seconds: 10,
    });
  });

  it('shapes what each gets', async () => {
    const ItemSelector = { cup: '{% $states.context.Map.Item.Value %}' };
    expect(
      await outputOf(map({ ItemSelector, ItemProcessor: inner({ Tell: pass('{% $states.input.cup %}') }) }), { input }),
    ).toEqual(['a', 'b', 'c']);
  });

  it('fails with the first that fails', async () => {
    const ItemProcessor = inner({ Break: { Type: 'Fail', Error: 'Broken' } });
    expect(await walked(map({ ItemProcessor }), { input })).toMatchObject({ status: 'FAILED', error: 'Broken' });
  });

  it('of nothing gives nothing', async () => {
    expect(await outputOf(map({ ItemProcessor: inner({ Tell: pass(1) }) }), { input: { cups: [] } })).toEqual([]);
  });
});
