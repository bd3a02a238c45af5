/** Text that is HTML already. */
export interface Html {
  readonly html: string;
}

/** HTML in which every value is text, and escaped, unless it is HTML itself. */
export function html(parts: TemplateStringsArray, ...values: readonly (string | Html)[]): Html {
  const [first = '', ...rest] = parts;
  return { html: rest.reduce((text, part, index) => text + escaped(values[index] ?? '') + part, first) };
}

function escaped(value: string | Html): string {
  if (typeof value !== 'string') return value.html;
  return value.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
