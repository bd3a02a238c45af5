import * as clothing from './clothing.ts';
import * as cooking from './cooking.ts';
import * as navigation from './navigation.ts';
import * as packs from './packs.ts';
import { palettes } from './palettes.ts';
import * as scenes from './scenes.ts';
import * as sleeping from './sleeping.ts';
import type { Drawing, Palette } from './svg.ts';
import { box, circle, group, height, width } from './svg.ts';
import * as tents from './tents.ts';

type Colours = keyof typeof palettes;

/** Drawing of a product: its shape, its colors, and its usual scene. */
interface Subject {
  readonly thing: Drawing;
  readonly scene: Drawing;
  readonly palette: Palette;
}

const inScene = (
  scene: Drawing,
  things: Readonly<Record<string, readonly [Drawing, Colours]>>,
): (readonly [string, Subject])[] =>
  Object.entries(things).map(([sku, [thing, colours]]) => [sku, { thing, scene, palette: palettes[colours] }] as const);

const subjects = [
  ...inScene(scenes.hills, {
    'TENT-RIDGE-2P': [tents.ridgeTent, 'rust'],
    'TENT-FJELL-3P': [tents.tunnelTent, 'glacier'],
    'TENT-COL-1P': [tents.soloTent, 'ochre'],
    'TENT-BASECAMP-6': [tents.familyTent, 'spruce'],
    'TENT-DOME-2P': [tents.domeTent, 'fern'],
    'TENT-BIVY-STORM': [tents.bivy, 'dusk'],
    'TARP-WING-3X3': [tents.tarp, 'slate'],
    'TENT-BELL-4M': [tents.bellTent, 'heather'],
  }),
  ...inScene(scenes.nightSky, {
    'BAG-DOWN-M5': [sleeping.mummyBag(5), 'dusk'],
    'BAG-DOWN-M18': [sleeping.mummyBag(8), 'plum'],
    'BAG-SYNTH-5': [sleeping.quiltBag, 'night'],
    'MAT-AIR-R4': [sleeping.airMat, 'dusk'],
    'MAT-FOAM-FOLD': [sleeping.foamMat, 'night'],
    'HAMMOCK-LARCH': [sleeping.hammock, 'plum'],
    'PILLOW-MOSS': [sleeping.pillow, 'night'],
  }),
  ...inScene(scenes.contours, {
    'PACK-TRAVERSE-65': [packs.trekkingPack, 'spruce'],
    'PACK-LIGHT-45': [packs.rollTopPack, 'slate'],
    'PACK-DAY-24': [packs.dayPack, 'rust'],
    'PACK-ALPINE-32': [packs.alpinePack, 'glacier'],
    'DUFFEL-HARBOUR-90': [packs.duffel, 'ochre'],
    'PACK-KIDS-12': [packs.kidsPack, 'heather'],
    'DRYBAG-SET-3': [packs.dryBags, 'fern'],
  }),
  ...inScene(scenes.roundel, {
    'JACKET-SHELL-3L': [clothing.shellJacket, 'glacier'],
    'JACKET-DOWN-LITE': [clothing.downJacket, 'ochre'],
    'FLEECE-TORVE': [clothing.fleece, 'heather'],
    'SHIRT-MERINO-150': [clothing.tee, 'fern'],
    'TROUSERS-RANGE': [clothing.trousers, 'slate'],
    'BOOTS-GRANITE-MID': [clothing.boots, 'rust'],
    'SOCKS-TRAIL-2': [clothing.socks, 'spruce'],
    'BEANIE-CAIRN': [clothing.beanie, 'rust'],
  }),
  ...inScene(scenes.table, {
    'STOVE-GAS-MICRO': [cooking.gasStove, 'glacier'],
    'STOVE-WOOD-HEX': [cooking.woodStove, 'slate'],
    'POT-TITAN-900': [cooking.pot, 'dusk'],
    'PAN-IRON-22': [cooking.pan, 'slate'],
    'MUG-ENAMEL-SPRUCE': [cooking.mug, 'spruce'],
    'FILTER-STREAM': [cooking.filter, 'glacier'],
    'BOTTLE-STEEL-1L': [cooking.bottle, 'rust'],
  }),
  ...inScene(scenes.graticule, {
    'COMPASS-MERIDIAN': [navigation.mirrorCompass, 'fern'],
    'COMPASS-POCKET': [navigation.pocketCompass, 'ochre'],
    'MAP-CASE-A4': [navigation.mapCase, 'glacier'],
    'LAMP-HEAD-400': [navigation.headlamp, 'night'],
    'LANTERN-KEEPER': [navigation.lantern, 'dusk'],
    'BINOCULAR-8X32': [navigation.binoculars, 'spruce'],
    'WATCH-ALTI': [navigation.altimeterWatch, 'slate'],
  }),
];

/** Pictures of a product: suffix of the file name after the SKU, and content. */
const views: readonly (readonly [suffix: string, draw: (subject: Subject) => string])[] = [
  ['', ({ thing, scene, palette }) => scene(palette) + thing(palette)],
  [
    '-close',
    ({ thing, palette }) =>
      circle(240, 200, 190, palette.wash) + group('translate(240 200) scale(2) translate(-240 -240)', thing(palette)),
  ],
  [
    '-out',
    ({ thing, palette }) =>
      scenes.trail(palette) + group('translate(172 348) scale(.5) translate(-240 -340)', thing(palette)),
  ],
];

const svg = (content: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${content}</svg>\n`;

/** All pictures of all products, as SVG by file name. */
export const pictures: ReadonlyMap<string, string> = new Map(
  subjects.flatMap(([sku, subject]) =>
    views.map(([suffix, draw]) => [
      `${sku}${suffix}.svg`,
      svg(box(0, 0, width, height, 0, subject.palette.paper) + draw(subject)),
    ]),
  ),
);
