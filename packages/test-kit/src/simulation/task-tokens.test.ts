import { describe, expect, it } from 'vitest';
import { taskTokens, type TokenOutcome } from './task-tokens.ts';

describe('a task token', () => {
  it('completes its task with the output', () => {
    const tokens = taskTokens();
    const told: TokenOutcome[] = [];
    tokens.sendTaskSuccess(
      tokens.issue((outcome) => told.push(outcome)),
      '{"decision":"approve"}',
    );
    tokens.sendTaskFailure(
      tokens.issue((outcome) => told.push(outcome)),
      { error: 'Declined', cause: 'no money' },
    );
    expect(told).toEqual([
      { outcome: 'success', output: { decision: 'approve' } },
      { outcome: 'failure', error: 'Declined', cause: 'no money' },
    ]);
  });

  it.each(['used', 'closed'])('is rejected once it is %s', (how) => {
    const tokens = taskTokens();
    const token = tokens.issue(() => {});
    if (how === 'used') tokens.sendTaskSuccess(token, '{}');
    else tokens.close(token);
    expect(() => tokens.sendTaskSuccess(token, '{}')).toThrow(expect.objectContaining({ name: 'TaskTimedOut' }));
  });

  it('is rejected if it was never issued', () => {
    expect(() => taskTokens().sendTaskFailure('token-9', {})).toThrow(
      expect.objectContaining({ name: 'InvalidToken' }),
    );
  });
});
