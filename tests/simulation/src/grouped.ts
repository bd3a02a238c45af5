/** Items of an append-only list, by key. Each call reads only the items added since the last one. */
const groups = new WeakMap<readonly object[], { count: number; readonly byKey: Map<string, object[]> }>();

/**
 * The items of a growing list that have a key, in their order.
 *
 * @param keyOf the key of an item, which never changes; the same function for every call with the list
 */
export function groupedBy<Item extends object>(
  list: readonly Item[],
  keyOf: (item: Item) => string,
  key: string,
): readonly Item[] {
  const known = groups.get(list) ?? { count: 0, byKey: new Map<string, object[]>() };
  groups.set(list, known);
  for (; known.count < list.length; known.count += 1) {
    const item = list[known.count];
    if (!item) continue;
    const itemKey = keyOf(item);
    const group = known.byKey.get(itemKey);
    if (group) group.push(item);
    else known.byKey.set(itemKey, [item]);
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only items of this list are in its groups
  return (known.byKey.get(key) ?? []) as Item[];
}
