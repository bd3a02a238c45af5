import '../test/messages.ts';
import { expect, it, jest } from '@jest/globals';

it('the example of the README runs', async () => {
  const log = jest.spyOn(console, 'log').mockImplementation(() => undefined);
  const { refusal, result } = await import('./pour-tea.ts');
  expect(result).toEqual({ outcome: 'poured' });
  expect(refusal).toMatchObject({ name: 'PermanentError' });
  log.mockRestore();
});
