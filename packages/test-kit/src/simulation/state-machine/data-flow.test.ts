import { describe, expect, it } from 'vitest';
import { type Fields, inner, machine, outputOf, pass, task, walked } from '../../../test/rehearse-machine.ts';

describe('a definition', () => {
  it('is rejected if it has a field that is not known', async () => {
    await expect(walked(machine({ Pour: pass(1, { HeartbeatSeconds: 5 }) }))).rejects.toThrow(/HeartbeatSeconds/);
  });
});

describe('an expression', () => {
  it('sees input, result and context', async () => {
    const Output = {
      asked: '{% $states.input.tea %}',
      cup: '{% $states.context.Execution.Name %}',
      began: '{% $states.context.Execution.StartTime %}',
      first: '{% $states.context.Execution.Input.tea %}',
      at: '{% $states.context.State.Name %}',
      poured: '{% $states.result.Payload %}',
    };
    const run = async () => 'green';
    expect(await outputOf(machine({ Pour: task('pour', { Output }) }), { input: { tea: 'green' }, run })).toEqual({
      asked: 'green',
      cup: 'cup-1',
      began: '2026-05-04T09:30:00.000Z',
      first: 'green',
      at: 'Pour',
      poured: 'green',
    });
  });

  it('reads JSON by $parse', async () => {
    expect(await outputOf(machine({ Read: pass(`{% $parse('{"cups": [1, 2]}').cups %}`) }))).toEqual([1, 2]);
  });

  it.each(['{% $states.input.nothing %}', '{% 1 + "a" %}', '{% ( %}'])(
    'fails the state if it gives nothing: %s',
    async (Output) => {
      expect(await walked(machine({ Pour: pass(Output) }))).toMatchObject({
        status: 'FAILED',
        error: 'States.QueryEvaluationError',
      });
    },
  );
});

describe('a variable', () => {
  it('is seen by later states, and not before its state ends', async () => {
    const definition = machine({
      First: { Type: 'Pass', Assign: { cups: 1 }, Next: 'Second' },
      Second: { Type: 'Pass', Assign: { cups: '{% $cups + 1 %}', before: '{% $cups %}' }, Next: 'Third' },
      Third: pass({ cups: '{% $cups %}', before: '{% $before %}' }),
    });
    expect(await outputOf(definition)).toEqual({ cups: 2, before: 1 });
  });

  it('is read by inner machines, which keep their own to themselves', async () => {
    const branch = inner({
      Own: { Type: 'Pass', Assign: { own: '{% $cups + 1 %}' }, Next: 'Tell' },
      Tell: pass('{% $own %}'),
    });
    const definition = machine({
      Begin: { Type: 'Pass', Assign: { cups: 1 }, Next: 'Both' },
      Both: { Type: 'Parallel', Branches: [branch], Next: 'Look' },
      Look: pass({ told: '{% $states.input %}', seen: '{% $exists($own) %}' }),
    });
    expect(await outputOf(definition)).toEqual({ told: [2], seen: false });
  });
});

describe('a Choice', () => {
  const choice = (Choices: readonly Fields[], more: Fields = {}): Fields =>
    machine({
      Which: { Type: 'Choice', Choices, ...more },
      Green: pass('{% $states.input %}'),
      Black: pass('black'),
      Told: pass('{% $tea %}'),
    });

  it('takes the first rule that holds, with what that assigns', async () => {
    const rules = [
      { Condition: '{% $states.input.cups > 9 %}', Next: 'Black' },
      { Condition: '{% $states.input.cups > 1 %}', Next: 'Told', Assign: { tea: 'oolong' } },
      { Condition: true, Next: 'Black' },
    ];
    expect(await outputOf(choice(rules), { input: { cups: 2 } })).toBe('oolong');
  });

  it('takes the default with the state’s own assignments where none holds', async () => {
    const rules = [{ Condition: false, Next: 'Black', Assign: { tea: 'wrong' } }];
    expect(await outputOf(choice(rules, { Default: 'Told', Assign: { tea: 'default' } }))).toBe('default');
  });

  it('hands its input on', async () => {
    expect(await outputOf(choice([{ Condition: true, Next: 'Green' }]), { input: { cups: 2 } })).toEqual({ cups: 2 });
  });

  it('fails without a default', async () => {
    expect(await walked(choice([{ Condition: false, Next: 'Green' }]))).toMatchObject({
      error: 'States.NoChoiceMatched',
    });
  });
});

describe('a Wait', () => {
  it('waits until a moment', async () => {
    const Timestamp = '{% $states.input.until %}';
    const definition = machine({ Wait: { Type: 'Wait', Timestamp, End: true } });
    expect(await walked(definition, { input: { until: '2026-05-04T09:31:40.000Z' } })).toMatchObject({ seconds: 100 });
  });
});

describe('a Succeed', () => {
  it('ends with its output', async () => {
    expect(await walked(machine({ Done: { Type: 'Succeed', Output: 'drunk' } }))).toMatchObject({
      status: 'SUCCEEDED',
      output: 'drunk',
    });
  });
});
