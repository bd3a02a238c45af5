import type { Drawing } from './svg.ts';
import { box, circle, group, range, shape, stroke } from './svg.ts';

/** Low sun, two ridges and a meadow. */
export const hills: Drawing = ({ wash, haze, accent, light }) =>
  [
    circle(362, 104, 42, light, 'opacity=".55"'),
    shape('M0 214 L74 150 L128 196 L206 112 L282 190 L344 152 L480 236 V400 H0Z', wash),
    shape('M206 112 L178 142 L204 136 L222 150 L236 143Z', '#fff', 'opacity=".45"'),
    shape('M0 268 C90 226 150 262 240 246 S400 222 480 262 V400 H0Z', haze),
    shape('M0 318 C120 292 300 300 480 312 V400 H0Z', accent, 'opacity=".45"'),
    pines(44, 262, 0.9, accent) + pines(72, 270, 0.6, accent) + pines(440, 266, 0.8, accent),
  ].join('');

const pines = (x: number, y: number, scale: number, colour: string) =>
  group(
    `translate(${x} ${y}) scale(${scale})`,
    shape('M0 -66 L18 -30 H9 L26 0 H4 V12 H-4 V0 H-26 L-9 -30 H-18Z', colour, 'opacity=".75"'),
  );

/** A trail from the meadow to a pass, under a high sun. */
export const trail: Drawing = ({ paper, wash, haze, accent, light }) =>
  [
    circle(104, 84, 34, light, 'opacity=".6"'),
    shape('M0 232 L66 178 L130 214 L214 120 L268 178 L336 92 L412 176 L480 138 V400 H0Z', wash),
    shape('M336 92 L306 130 L330 124 L348 138 L366 126Z M214 120 L192 146 L214 142 L232 150Z', '#fff', 'opacity=".5"'),
    shape('M0 268 C110 232 210 262 300 232 S430 216 480 236 V400 H0Z', haze),
    shape('M0 322 C120 290 260 304 480 286 V400 H0Z', accent, 'opacity=".35"'),
    shape(
      'M298 400 C330 344 438 340 396 306 C366 282 306 288 322 262 C332 246 352 240 346 226 C362 242 350 252 344 264 C334 286 420 280 436 312 C454 350 392 356 384 400Z',
      paper,
      'opacity=".85"',
    ),
    pines(418, 262, 0.7, accent) + pines(446, 274, 1, accent) + pines(30, 292, 0.8, accent),
  ].join('');

/** Stars, a moon, and hills at night. */
export const nightSky: Drawing = ({ wash, haze, accent }) =>
  [
    shape('M398 56 A36 36 0 1 0 424 112 A30 30 0 1 1 398 56Z', accent),
    range(22)
      .map((i) =>
        circle(
          (i * 97 + 31) % 480,
          (i * 53 + 17) % 190,
          1.2 + (i % 3) * 0.7,
          accent,
          `opacity="${0.4 + (i % 4) * 0.15}"`,
        ),
      )
      .join(''),
    shape('M0 262 L92 196 L150 236 L240 168 L330 240 L396 204 L480 262 V400 H0Z', wash),
    shape('M0 310 C120 286 330 292 480 306 V400 H0Z', haze),
  ].join('');

/** Contour lines of a map. */
export const contours: Drawing = ({ wash, haze }) =>
  [
    shape('M-10 330 C80 250 110 340 210 300 S380 210 490 270 V410 H-10Z', wash, 'opacity=".6"'),
    range(7)
      .map((i) =>
        stroke(
          `M${-20 + i * 6} ${92 + i * 40} C${90 + i * 8} ${20 + i * 42} ${170 + i * 6} ${142 + i * 34} ${262 + i * 4} ${76 + i * 42} S420 ${26 + i * 44} 500 ${96 + i * 40}`,
          haze,
          2,
          'opacity=".65"',
        ),
      )
      .join(''),
  ].join('');

/** A disk of color behind the product. */
export const roundel: Drawing = ({ wash, haze }) =>
  [
    circle(240, 196, 158, wash),
    stroke('M66 196 A174 174 0 0 1 240 22 M414 196 A174 174 0 0 1 240 370', haze, 3, 'stroke-dasharray="2 12"'),
  ].join('');

/** A wooden shelf in warm light. */
export const table: Drawing = ({ wash, haze, shade }) =>
  [
    circle(240, 190, 150, wash),
    box(0, 318, 480, 82, 0, haze),
    box(0, 318, 480, 7, 0, shade, 'opacity=".35"'),
    stroke('M36 352 H180 M250 346 H440 M90 378 H300', shade, 2, 'opacity=".3"'),
  ].join('');

/** Grid of a chart. */
export const graticule: Drawing = ({ wash, haze }) =>
  [
    shape('M300 400 C260 320 350 270 330 190 S400 70 480 60 V400Z', wash),
    range(7)
      .map((i) => stroke(`M${60 * i + 60} 0 V400`, haze, 1.5, 'opacity=".5"'))
      .join(''),
    range(6)
      .map((i) => stroke(`M0 ${60 * i + 50} H480`, haze, 1.5, 'opacity=".5"'))
      .join(''),
    stroke('M24 372 C90 320 70 250 150 246 S210 130 300 116 S400 60 456 30', haze, 3, 'stroke-dasharray="9 9"'),
  ].join('');
