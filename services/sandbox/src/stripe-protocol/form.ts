/**
 * Reads form encoding with brackets for what is nested, one level deep, as much as the provider's requests here have:
 * `metadata[orderId]=…`, `payment_method_types[0]=card`.
 */
export function readForm(text: string): Readonly<Record<string, unknown>> {
  const values = new Map<string, unknown>();
  const groups = new Map<string, (readonly [string, string])[]>();
  for (const [name, value] of new URLSearchParams(text)) {
    const [, group, key] = name.match(/^([^[\]]+)\[([^[\]]*)\]$/) ?? [];
    if (group === undefined || key === undefined) values.set(name, value);
    else groups.set(group, [...(groups.get(group) ?? []), [key, value]]);
  }
  for (const [group, entries] of groups)
    values.set(group, isList(entries) ? listOf(entries) : Object.fromEntries(entries));
  return Object.fromEntries(values);
}

function isList(entries: readonly (readonly [string, string])[]): boolean {
  return entries.every(([key]) => /^\d*$/.test(key));
}

function listOf(entries: readonly (readonly [string, string])[]): readonly string[] {
  return entries.toSorted(([a], [b]) => Number(a) - Number(b)).map(([, value]) => value);
}
