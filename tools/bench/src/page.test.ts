import { describe, expect, it } from 'vitest';
import { replaced } from './page.ts';

describe('a page with two sections', () => {
  const page = '# B\n<!-- cold -->\nold\n<!-- /cold -->\n<!-- cost -->\nkept\n<!-- /cost -->\n';

  it('gets the figures of one and keeps the other', () => {
    expect(replaced(page, 'cold', 'new')).toBe(
      '# B\n<!-- cold -->\nnew\n<!-- /cold -->\n<!-- cost -->\nkept\n<!-- /cost -->\n',
    );
  });

  it('says so when the marks are lost', () => {
    expect(() => replaced('# B', 'cold', 'new')).toThrow('lost the marks');
  });
});
