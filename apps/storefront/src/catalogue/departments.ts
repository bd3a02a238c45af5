import type { Category } from '../api/shop.ts';

/** The categories with their display names, in display order. */
export const departments: readonly {
  readonly category: Category;
  readonly name: string;
  readonly line: string;
  /** Image of the category on the front page. */
  readonly picture: string;
}[] = [
  {
    category: 'tents',
    name: 'Tents',
    line: 'Roofs for one night or a whole summer.',
    picture: '/pictures/TENT-RIDGE-2P-out.svg',
  },
  {
    category: 'sleeping',
    name: 'Sleep',
    line: 'Bags, mats and a place between two larches.',
    picture: '/pictures/BAG-DOWN-M5-out.svg',
  },
  {
    category: 'packs',
    name: 'Packs',
    line: 'For the day, the week, and the roof rack.',
    picture: '/pictures/PACK-KIDS-12-out.svg',
  },
  {
    category: 'clothing',
    name: 'Clothing',
    line: 'Layers against weather, and socks.',
    picture: '/pictures/JACKET-SHELL-3L-out.svg',
  },
  {
    category: 'cooking',
    name: 'Camp kitchen',
    line: 'Fire, water, coffee.',
    picture: '/pictures/MUG-ENAMEL-SPRUCE-out.svg',
  },
  {
    category: 'navigation',
    name: 'Navigation',
    line: 'North, light, height, and how far that ridge is.',
    picture: '/pictures/COMPASS-POCKET-out.svg',
  },
];

export const departmentOf = (category: string | undefined) =>
  departments.find((department) => department.category === category);

export function asCategory(text: unknown): Category | undefined {
  return departments.find(({ category }) => category === text)?.category;
}
