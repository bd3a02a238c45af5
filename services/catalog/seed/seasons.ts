import type { Season } from '@waypost/contracts';

/** Seasons in which products are recommended, by SKU. Other products are recommended all year. */
const recommended: readonly (readonly [Season, readonly string[]])[] = [
  ['spring', ['JACKET-SHELL-3L', 'PACK-DAY-24', 'TENT-COL-1P', 'DRYBAG-SET-3', 'TROUSERS-RANGE', 'COMPASS-POCKET']],
  ['summer', ['TENT-DOME-2P', 'HAMMOCK-LARCH', 'SHIRT-MERINO-150', 'FILTER-STREAM', 'BAG-SYNTH-5', 'TARP-WING-3X3']],
  [
    'autumn',
    ['BOOTS-GRANITE-MID', 'FLEECE-TORVE', 'LAMP-HEAD-400', 'STOVE-WOOD-HEX', 'TENT-BELL-4M', 'BINOCULAR-8X32'],
  ],
  ['winter', ['BAG-DOWN-M18', 'JACKET-DOWN-LITE', 'TENT-FJELL-3P', 'SOCKS-TRAIL-2', 'PACK-ALPINE-32', 'BEANIE-CAIRN']],
];

/** The seasons that a product is recommended for. */
export const seasonsOf = (sku: string): readonly Season[] =>
  recommended.flatMap(([season, skus]) => (skus.includes(sku) ? [season] : []));
