import '../test/messages.ts';
import { expect, it, vi } from 'vitest';

it('the example of the README runs', async () => {
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  const { rejection, result } = await import('./pour-tea.ts');
  expect(result).toEqual({ outcome: 'poured' });
  expect(rejection).toMatchObject({ name: 'PermanentError' });
  log.mockRestore();
});
