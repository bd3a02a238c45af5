import type { Category } from '../api/shop.ts';

/** The categories in the words of the shop, in the order of its signpost. */
export const departments: readonly { readonly category: Category; readonly name: string; readonly line: string }[] = [
  { category: 'tents', name: 'Tents', line: 'Roofs for one night or a whole summer.' },
  { category: 'sleeping', name: 'Sleep', line: 'Bags, mats and a place between two larches.' },
  { category: 'packs', name: 'Packs', line: 'For the day, the week, and the roof rack.' },
  { category: 'clothing', name: 'Clothing', line: 'Layers against weather, and socks.' },
  { category: 'cooking', name: 'Camp kitchen', line: 'Fire, water, coffee.' },
  { category: 'navigation', name: 'Finding the way', line: 'North, light, height, and how far that ridge is.' },
];

export const departmentOf = (category: string | undefined) =>
  departments.find((department) => department.category === category);

export function asCategory(text: unknown): Category | undefined {
  return departments.find(({ category }) => category === text)?.category;
}
