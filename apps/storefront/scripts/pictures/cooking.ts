import type { Drawing } from './svg.ts';
import { box, circle, ellipse, range, shadow, shape, stroke } from './svg.ts';

const flame = (x: number, y: number, scale: number, outer: string, inner: string) =>
  `<g transform="translate(${x} ${y}) scale(${scale})">${shape('M0 0 C-30 -8 -26 -44 -6 -74 C-4 -52 12 -52 8 -84 C36 -56 34 -10 0 0Z', outer)}${shape('M2 0 C-14 -6 -12 -28 0 -44 C4 -30 18 -22 2 0Z', inner)}</g>`;

const steam = (x: number, y: number, colour: string) =>
  stroke(
    `M${x} ${y} c-14 -20 14 -30 0 -52 M${x + 30} ${y + 4} c-14 -20 14 -30 0 -52 M${x + 60} ${y} c-14 -20 14 -30 0 -52`,
    colour,
    5,
    'opacity=".7"',
  );

export const gasStove: Drawing = ({ light, main, shade, ink, accent, paper }) =>
  [
    shadow(240, 346, 100),
    shape('M168 262 Q168 236 200 232 H280 Q312 236 312 262 V336 Q240 352 168 336Z', main),
    shape('M280 232 Q312 236 312 262 V336 Q296 341 276 343Z', shade) +
      box(168, 276, 144, 34, 0, paper, 'opacity=".85"') +
      shape('M222 304 l18 -24 l18 24Z', accent),
    box(224, 196, 32, 40, 4, ink) + box(256, 206, 46, 10, 5, ink) + circle(306, 211, 12, accent),
    box(196, 172, 88, 26, 8, shade),
    stroke('M196 178 L150 150 V136 M284 178 L330 150 V136 M240 172 V150', ink, 7),
    flame(206, 170, 0.75, light, paper) + flame(240, 170, 1, accent, paper) + flame(274, 170, 0.75, light, paper),
  ].join('');

export const woodStove: Drawing = ({ light, main, shade, ink, accent, paper }) =>
  [
    shadow(240, 348, 130),
    flame(190, 196, 1, light, paper) + flame(240, 190, 1.35, accent, light) + flame(288, 196, 1.05, light, paper),
    shape('M136 186 L186 172 H294 L344 186 L326 340 H154Z', main),
    shape('M294 172 L344 186 L326 340 H282Z', shade) + shape('M136 186 L186 172 L198 340 H154Z', light),
    shape('M212 340 V280 Q240 256 268 280 V340Z', ink) + flame(240, 338, 0.55, accent, light),
    range(3)
      .map((i) => circle(216 + i * 24, 214, 8, ink))
      .join('') +
      range(2)
        .map((i) => circle(228 + i * 24, 240, 8, ink))
        .join(''),
    stroke('M330 320 L404 344 M344 302 L420 326', shade, 10),
  ].join('');

export const pot: Drawing = ({ light, main, shade, ink, accent, paper }) =>
  [
    steam(208, 92, paper),
    shadow(240, 340, 118),
    box(142, 146, 196, 190, 24, main) + box(290, 146, 48, 190, 22, shade) + box(160, 160, 18, 150, 9, light),
    box(132, 128, 216, 26, 12, light) + box(222, 104, 36, 26, 10, ink),
    stroke('M338 186 H392 Q404 186 404 200 V262 Q404 274 392 274 H338', ink, 8) +
      stroke('M366 186 H392 Q404 186 404 200 V262 Q404 274 392 274 H366', accent, 9),
    stroke('M196 220 H220 M196 252 H214 M196 284 H220', paper, 4),
  ].join('');

export const pan: Drawing = ({ light, main, shade, ink, accent, paper }) =>
  [
    shadow(210, 336, 150),
    stroke('M300 236 L424 152', shade, 26) + stroke('M308 231 L420 155', main, 16) + circle(422, 154, 7, paper),
    ellipse(196, 262, 146, 74, shade) + ellipse(196, 252, 146, 72, main) + ellipse(196, 252, 126, 58, ink),
    shape(
      'M124 246 C120 220 168 206 196 216 C232 204 268 226 262 254 C268 284 220 292 196 284 C160 296 120 280 124 246Z',
      '#fffaf0',
    ),
    ellipse(190, 248, 34, 24, '#f0b13c') + ellipse(180, 241, 10, 6, '#f9dc94'),
    stroke('M252 286 q14 -16 26 -4 t26 -6', accent, 8) + stroke('M244 300 q14 -14 26 -4 t26 -6', light, 5),
  ].join('');

export const mug: Drawing = ({ light, main, shade, ink, accent, paper }) =>
  [
    steam(192, 112, paper),
    shadow(230, 342, 110),
    stroke('M318 196 C392 188 392 296 312 290', main, 20),
    shape('M136 152 H326 L312 324 Q310 340 292 340 H170 Q152 340 150 324Z', main),
    shape('M276 152 H326 L312 324 Q310 340 292 340 H262 Q278 250 276 152Z', shade),
    ellipse(231, 152, 96, 20, paper) + ellipse(231, 153, 84, 14, ink),
    shape('M204 298 V284 H180 L200 256 H188 L208 226 L228 256 H216 L236 284 H212 V298Z', light) +
      shape('M246 298 V290 H230 L246 268 H238 L252 248 L266 268 H258 L274 290 H258 V298Z', accent),
    range(9)
      .map((i) => circle(162 + ((i * 61) % 140), 186 + ((i * 43) % 120), 2, paper, 'opacity=".7"'))
      .join(''),
  ].join('');

export const filter: Drawing = ({ light, main, ink, accent, paper }) =>
  [
    shadow(240, 350, 90),
    shape('M176 70 Q240 56 304 70 L318 196 Q318 222 286 222 H194 Q162 222 162 196Z', light),
    shape('M168 138 Q204 126 240 138 T312 138 L318 196 Q318 222 286 222 H194 Q162 222 162 196Z', main, 'opacity=".75"'),
    box(212, 220, 56, 20, 4, ink),
    box(206, 238, 68, 76, 14, accent) +
      range(4)
        .map((i) => stroke(`M${220 + i * 14} 250 V302`, paper, 4, 'opacity=".7"'))
        .join(''),
    box(226, 312, 28, 16, 4, ink) + shape('M240 332 C228 350 232 362 240 362 S252 350 240 332Z', main),
    stroke('M190 92 Q186 150 196 196', paper, 6, 'opacity=".6"'),
  ].join('');

export const bottle: Drawing = ({ light, main, shade, ink, accent, paper }) =>
  [
    shadow(240, 356, 78),
    stroke('M214 70 Q240 34 266 70', ink, 9),
    box(206, 66, 68, 34, 8, ink),
    shape(
      'M212 100 H268 V116 C300 128 306 146 306 172 V330 Q306 352 284 352 H196 Q174 352 174 330 V172 C174 146 180 128 212 116Z',
      main,
    ),
    shape('M262 100 H268 V116 C300 128 306 146 306 172 V330 Q306 352 284 352 H262 Q276 230 262 100Z', shade),
    box(190, 168, 14, 160, 7, light),
    shape('M174 236 H306 V290 H174Z', accent) + stroke('M188 278 L214 250 L230 268 L250 244 L290 278', paper, 5),
  ].join('');
