import type { Category, Money, Season } from '@waypost/contracts';
import { seasonsOf } from './seasons.ts';

/** Product of a new stage: the body of `PUT /products/{sku}`, and its units in each warehouse. */
export interface SeedProduct {
  readonly sku: string;
  readonly name: string;
  readonly description: string;
  readonly category: Category;
  readonly price: Money;
  /** Drawn by the storefront's build, and served under its own origin. */
  readonly images: readonly { readonly url: string; readonly alt: string }[];
  readonly seasons: readonly Season[];
  readonly stock: { readonly north: number; readonly south: number };
}

type Row = readonly [sku: string, name: string, cents: number, north: number, south: number, description: string];

const inCategory = (category: Category, rows: readonly Row[]): SeedProduct[] =>
  rows.map(([sku, name, amount, north, south, description]) => ({
    sku,
    name,
    description,
    category,
    price: { amount, currency: 'EUR' },
    images: [
      { url: `/pictures/${sku}.svg`, alt: `Drawing: ${name}` },
      { url: `/pictures/${sku}-close.svg`, alt: `Drawing: ${name}, from close by` },
      { url: `/pictures/${sku}-out.svg`, alt: `Drawing: ${name}, out on the trail` },
    ],
    seasons: seasonsOf(sku),
    stock: { north, south },
  }));

const tents = inCategory('tents', [
  [
    'TENT-RIDGE-2P',
    'Ridge 2 Trekking Tent',
    34900,
    240,
    180,
    'A two-person ridge tent that stands on two trekking poles and packs to the size of a loaf. 1.3 kg, silicone-coated 15D flysheet, two doors, and a porch deep enough for wet boots.',
  ],
  [
    'TENT-FJELL-3P',
    'Fjell 3 Tunnel Tent',
    62900,
    120,
    160,
    'Three people, four seasons. Inner and fly go up together, so the sleeping half stays dry when you pitch in rain. Three 10 mm poles, sixteen guy points, and a vestibule you can cook in.',
  ],
  [
    'TENT-COL-1P',
    'Col 1 Solo Tent',
    28900,
    150,
    90,
    'One pole, six pegs, five minutes. A 980 g solo shelter for long days, high enough to sit up in and narrow enough for a ledge.',
  ],
  [
    'TENT-BASECAMP-6',
    'Basecamp 6 Family Tent',
    84900,
    60,
    75,
    'Two bedrooms around a living room two metres high. Colour-coded poles, blackout sleeping cabins, and a sewn-in floor with zips low enough to sweep sand through.',
  ],
  [
    'TENT-DOME-2P',
    'Tarn 2 Dome Tent',
    19900,
    300,
    260,
    'The tent for a first summer outside: freestanding, forgiving, and done in two crossed poles. 3,000 mm water column and repair sleeves in the bag.',
  ],
  [
    'TENT-BIVY-STORM',
    'Stormline Bivy Sack',
    17900,
    90,
    110,
    'A breathable three-layer bivy for nights you meant to have and nights you did not. Long side zip, hooped head, 560 g.',
  ],
  [
    'TARP-WING-3X3',
    'Wing Tarp 3 × 3',
    9900,
    200,
    200,
    'Nine square metres of roof with curved edges that stay taut in wind. Nineteen tie-outs, reflective lines, and a pitch for every kind of trees.',
  ],
  [
    'TENT-BELL-4M',
    'Meadow Bell Tent 4 m',
    54900,
    25,
    30,
    'Cotton canvas that breathes in July and carries a stove in October. One central pole, a zipped-in groundsheet, and room to stand almost everywhere.',
  ],
]);

const sleeping = inCategory('sleeping', [
  [
    'BAG-DOWN-M5',
    'Lapwing Down Bag −5 °C',
    32900,
    140,
    120,
    'Traceable 750-fill duck down in a mummy cut that leaves room for knees. Comfort −5 °C, 890 g, and a hood that closes with one cord.',
  ],
  [
    'BAG-DOWN-M18',
    'Ptarmigan Down Bag −18 °C',
    57900,
    60,
    45,
    'For frozen tents and huts with the stove out. 850-fill goose down, box-wall baffles, a draught collar, and a water-resistant foot.',
  ],
  [
    'BAG-SYNTH-5',
    'Heather Synthetic Bag +5 °C',
    11900,
    320,
    300,
    'A synthetic bag that stays warm when damp and goes in the washing machine. Opens flat into a quilt for two.',
  ],
  [
    'MAT-AIR-R4',
    'Drift Insulated Air Mat',
    15900,
    210,
    190,
    'Eight centimetres of quiet comfort with an R-value of 4.2. Flat valve, pump sack included, 470 g.',
  ],
  [
    'MAT-FOAM-FOLD',
    'Foldback Foam Mat',
    4500,
    400,
    420,
    'Closed-cell foam that cannot puncture, folded like an accordion. A seat at lunch, a bed at night, a sledge on the last descent.',
  ],
  [
    'HAMMOCK-LARCH',
    'Larch Travel Hammock',
    7900,
    180,
    150,
    'A wide parachute-cloth hammock with tree-kind straps and two whoopie slings. Up in a minute, holds 180 kg.',
  ],
  [
    'PILLOW-MOSS',
    'Moss Inflatable Pillow',
    2900,
    500,
    480,
    'Three breaths, a brushed cover, and a curve that keeps it under your head. Packs smaller than a lemon.',
  ],
]);

const packs = inCategory('packs', [
  [
    'PACK-TRAVERSE-65',
    'Traverse 65 Trekking Pack',
    24900,
    110,
    130,
    'A week on your back without thinking about it: adjustable back length, a hip belt that carries, and a lid that becomes a daypack.',
  ],
  [
    'PACK-LIGHT-45',
    'Featherline 45 Pack',
    21900,
    95,
    85,
    'Roll-top, frameless feel, real frame. 890 g with a belt, big front mesh, and bottle pockets you can reach while walking.',
  ],
  [
    'PACK-DAY-24',
    'Larkspur 24 Daypack',
    8900,
    350,
    330,
    'The pack by the door. A ventilated back, a rain cover in the base, and a pocket for everything you would otherwise look for.',
  ],
  [
    'PACK-ALPINE-32',
    'Arête 32 Alpine Pack',
    15900,
    130,
    100,
    'Slim for climbing, stiff for carrying. Two axe loops, a rope strap, skis to the side, and zips that work in gloves.',
  ],
  [
    'DUFFEL-HARBOUR-90',
    'Harbour 90 Duffel',
    13900,
    160,
    170,
    'Ninety litres of laminated tarpaulin with a mouth as long as itself. Backpack straps, lockable zips, and no fear of the roof rack.',
  ],
  [
    'PACK-KIDS-12',
    'Bramble 12 Kids’ Pack',
    4900,
    220,
    240,
    'A real pack for small shoulders: chest strap with a whistle, reflectors all round, and room for a jumper, a lunch and a pine cone.',
  ],
  [
    'DRYBAG-SET-3',
    'Otter Dry Bag Set of 3',
    3900,
    380,
    360,
    'Five, ten and twenty litres in three colours. Welded seams and a roll-top that keeps a river where it belongs.',
  ],
]);

const clothing = inCategory('clothing', [
  [
    'JACKET-SHELL-3L',
    'Skerry 3-Layer Shell',
    39900,
    140,
    150,
    'A waterproof shell cut for moving: long back, helmet hood, pit zips from hem to elbow. Recycled face, no fluorocarbons.',
  ],
  [
    'JACKET-DOWN-LITE',
    'Eider Light Down Jacket',
    22900,
    200,
    190,
    'The warm layer that lives in the top of your pack. 800-fill down, 340 g, stuffs into its own pocket.',
  ],
  [
    'FLEECE-TORVE',
    'Torve Wool Fleece',
    13900,
    260,
    230,
    'Boiled-wool warmth with a fleece’s manners. Flat seams under straps, thumb loops, and elbows that will see a decade.',
  ],
  [
    'SHIRT-MERINO-150',
    'Merino 150 Tee',
    6900,
    450,
    430,
    'Fine 17.5-micron merino that can be worn on Thursday, too. Non-mulesed wool, spun and knitted in Europe.',
  ],
  [
    'TROUSERS-RANGE',
    'Range Trekking Trousers',
    11900,
    280,
    260,
    'Stretch where you bend, canvas where you kneel. Two-way side vents, a map pocket that takes a map, hem hooks for boots.',
  ],
  [
    'BOOTS-GRANITE-MID',
    'Granite Mid Boots',
    23900,
    170,
    160,
    'A full-grain leather boot for rough paths and heavy packs. Resoleable, waterproof, and comfortable by the second Sunday.',
  ],
  [
    'SOCKS-TRAIL-2',
    'Trail Wool Socks, 2 Pairs',
    3200,
    600,
    640,
    'Merino with a terry sole and a toe seam you will not find. Guaranteed against holes for as long as you own feet.',
  ],
  [
    'BEANIE-CAIRN',
    'Cairn Lambswool Beanie',
    3500,
    0,
    0,
    'A ribbed watch cap in lambswool, knitted thick for winter ferries. The first batch went quickly; the next is on the needles.',
  ],
]);

const cooking = inCategory('cooking', [
  [
    'STOVE-GAS-MICRO',
    'Ember Micro Stove',
    5900,
    330,
    310,
    'Seventy-four grams of stainless steel and brass that boil a litre in three and a half minutes. Folds into its own box; the cartridge is yours to bring.',
  ],
  [
    'STOVE-WOOD-HEX',
    'Hearth Hex Wood Stove',
    7900,
    120,
    140,
    'Six steel plates that become a fireplace. Burns twigs, pine cones and last year’s trail map, and leaves no ring in the grass.',
  ],
  [
    'POT-TITAN-900',
    'Titan 900 Pot',
    6500,
    240,
    220,
    'Titanium, 900 ml, a lid with a strainer, and handles that stay cool. Nests a cartridge and the stove on top of it.',
  ],
  [
    'PAN-IRON-22',
    'Drover Iron Pan 22 cm',
    4900,
    140,
    160,
    'Spun iron, lighter than cast and just as good with bacon. Comes seasoned; gets better with every mistake.',
  ],
  [
    'MUG-ENAMEL-SPRUCE',
    'Spruce Enamel Mug',
    1600,
    800,
    760,
    'Enamelled steel with a rolled rim. Sits on embers, chips with dignity, tastes of coffee.',
  ],
  [
    'FILTER-STREAM',
    'Clearbeck Water Filter',
    4400,
    290,
    270,
    'A 0.1-micron hollow-fibre filter that screws on to any bottle. A litre a minute, a thousand litres, 62 grams.',
  ],
  [
    'BOTTLE-STEEL-1L',
    'Waymark Steel Bottle 1 l',
    3400,
    410,
    390,
    'Single-wall stainless steel that you can fill from a spring and put on a fire. A loop lid and no plastic where you drink.',
  ],
]);

const navigation = inCategory('navigation', [
  [
    'COMPASS-MERIDIAN',
    'Meridian Mirror Compass',
    6900,
    190,
    200,
    'A sighting compass with a sapphire bearing, adjustable declination and a clinometer. Points north; the rest is up to you.',
  ],
  [
    'COMPASS-POCKET',
    'Thumb Pocket Compass',
    2200,
    420,
    400,
    'A small liquid-filled compass on a cord. Luminous points, a 1:25,000 romer, and no battery to forget.',
  ],
  [
    'MAP-CASE-A4',
    'Drumlin Map Case',
    1900,
    340,
    330,
    'A soft, clear, waterproof case for one folded map and one good plan. Welded, not sewn.',
  ],
  [
    'LAMP-HEAD-400',
    'Polaris 400 Headlamp',
    5900,
    310,
    320,
    'Four hundred lumens ahead, a red light for the tent, and a lock so it does not spend the night shining in your pack. USB-C.',
  ],
  [
    'LANTERN-KEEPER',
    'Keeper’s Brass Lantern',
    12900,
    1,
    0,
    'A hurricane lantern in solid brass, made by hand in small numbers and burning for twenty hours on a filling. This is the last one of its batch.',
  ],
  [
    'BINOCULAR-8X32',
    'Kestrel 8×32 Binoculars',
    27900,
    75,
    80,
    'Bright, close-focusing and small enough to be brought. Phase-coated prisms, nitrogen-filled, a strap that does not cut.',
  ],
  [
    'WATCH-ALTI',
    'Isobar Altimeter Watch',
    18900,
    115,
    105,
    'Altitude, pressure and the direction of home on a dial you can read in snow. Solar, with six months in the dark.',
  ],
]);

/** 44 products; `LANTERN-KEEPER` is a last unit, and `BEANIE-CAIRN` is sold out, so that both can be tried. */
export const products: readonly SeedProduct[] = [
  ...tents,
  ...sleeping,
  ...packs,
  ...clothing,
  ...cooking,
  ...navigation,
];
