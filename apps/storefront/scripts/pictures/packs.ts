import type { Drawing } from './svg.ts';
import { box, circle, group, range, shadow, shape, stroke } from './svg.ts';

export const trekkingPack: Drawing = ({ light, main, shade, ink, paper, accent }) =>
  [
    shadow(240, 362, 120),
    stroke('M150 250 C110 262 104 300 134 316 M330 250 C370 262 376 300 346 316', shade, 16),
    box(128, 214, 44, 104, 18, shade) + box(308, 214, 44, 104, 18, shade),
    box(152, 104, 176, 254, 36, main),
    shape('M152 300 H328 V322 Q328 358 292 358 H188 Q152 358 152 322Z', shade),
    shape('M144 132 Q144 76 200 70 H280 Q336 76 336 132 L330 158 H150Z', light),
    stroke('M210 68 Q240 40 270 68', ink, 7),
    box(182, 196, 116, 84, 16, light) + stroke('M192 214 H288', ink, 3),
    stroke('M196 158 V190 M284 158 V190', ink, 7) + box(188, 168, 16, 14, 3, paper) + box(276, 168, 16, 14, 3, paper),
    box(166, 318, 148, 26, 13, accent) + stroke('M190 312 V350 M290 312 V350', ink, 5),
  ].join('');

export const rollTopPack: Drawing = ({ light, main, shade, ink, paper, accent }) =>
  [
    shadow(240, 362, 112),
    shape('M156 128 H324 L338 322 Q338 358 300 358 H180 Q142 358 142 322Z', main),
    shape('M166 206 H314 L326 322 Q324 350 296 350 H184 Q156 350 154 322Z', shade),
    range(5)
      .map((i) => stroke(`M${172 + i * 34} 212 L${164 + i * 38} 344`, light, 2, 'opacity=".55"'))
      .join(''),
    box(148, 84, 184, 30, 15, light) + box(156, 106, 168, 28, 10, main),
    stroke('M160 98 L146 150 M320 98 L334 150', ink, 6),
    box(138, 146, 18, 16, 4, accent) + box(324, 146, 18, 16, 4, accent),
    stroke('M176 180 L304 152 M176 152 L304 180', paper, 3),
    shape('M122 250 h26 v84 h-20 q-8 -40 -6 -84Z', accent) + box(124, 226, 20, 28, 5, paper),
  ].join('');

export const dayPack: Drawing = ({ light, main, shade, ink, accent, paper }) =>
  [
    shadow(240, 360, 112),
    stroke('M206 90 Q240 52 274 90', ink, 9),
    shape('M146 194 Q146 84 240 84 Q334 84 334 194 V318 Q334 356 296 356 H184 Q146 356 146 318Z', main),
    shape('M290 96 Q334 120 334 194 V318 Q334 356 296 356 H284 Q314 250 290 96Z', shade),
    stroke('M172 190 Q176 118 240 114 Q304 118 308 190', paper, 3, 'stroke-dasharray="4 5"'),
    box(172, 222, 136, 106, 24, light) + stroke('M182 250 H298', ink, 4) + box(288, 246, 8, 24, 4, accent),
    box(216, 160, 48, 26, 6, accent) + shape('M228 180 l12 -14 l12 14Z', paper),
  ].join('');

export const alpinePack: Drawing = ({ light, main, shade, ink, accent, paper }) =>
  [
    shadow(240, 362, 100),
    shape('M176 96 H304 L318 320 Q318 360 284 360 H196 Q162 360 162 320Z', main),
    shape('M176 96 H304 L308 150 H172Z', light),
    shape('M270 150 H308 L318 320 Q318 360 284 360 H276Z', shade),
    stroke('M168 214 L312 190 M166 270 L314 246', ink, 5),
    group('translate(190 0)', stroke('M0 92 V338', paper, 8), stroke('M-36 92 Q-10 72 26 90', paper, 9)),
    group('translate(292 8) scale(-1 1)', stroke('M0 92 V330', accent, 8), stroke('M-36 92 Q-10 72 26 90', accent, 9)),
    box(182, 204, 16, 18, 3, ink) + box(284, 188, 16, 18, 3, ink),
  ].join('');

export const duffel: Drawing = ({ light, main, shade, ink, accent, paper }) =>
  [
    shadow(240, 340, 190),
    box(56, 184, 368, 150, 70, main),
    shape('M56 264 Q58 334 126 334 H354 Q422 334 424 264 Q240 300 56 264Z', shade),
    stroke('M120 204 H360', ink, 5) + stroke('M120 198 H360', paper, 2, 'stroke-dasharray="3 4"'),
    stroke('M164 332 C150 250 160 190 178 150 Q240 116 302 150 C320 190 330 250 316 332', accent, 13),
    box(204, 122, 72, 22, 11, ink),
    shape('M70 220 Q84 194 112 190 L104 330 Q72 316 62 288Z', light) +
      shape('M410 220 Q396 194 368 190 L376 330 Q408 316 418 288Z', light),
    box(214, 234, 52, 32, 6, paper) + shape('M228 260 l12 -18 l12 18Z', main),
  ].join('');

export const kidsPack: Drawing = ({ light, main, shade, ink, accent, paper }) =>
  [
    shadow(240, 354, 104),
    stroke('M214 128 Q240 96 266 128', ink, 9),
    shape('M150 236 Q150 122 240 122 Q330 122 330 236 V312 Q330 350 292 350 H188 Q150 350 150 312Z', main),
    shape('M158 190 Q176 122 240 122 Q304 122 322 190 Q240 222 158 190Z', light),
    box(176, 248, 128, 84, 30, shade),
    circle(212, 184, 7, ink) + circle(268, 184, 7, ink) + stroke('M228 198 Q240 208 252 198', ink, 4),
    shape('M176 134 L164 92 L206 122Z', accent) + shape('M304 134 L316 92 L274 122Z', accent),
    shape('M240 312 C206 292 222 266 240 280 C258 266 274 292 240 312Z', accent) +
      box(188, 260, 104, 5, 2, paper, 'opacity=".7"'),
  ].join('');

const dryBag = (x: number, y: number, w: number, h: number, fill: string, fold: string, ink: string) =>
  [
    box(x, y, w, h, 16, fill),
    box(x + w * 0.66, y + 10, w * 0.18, h - 24, 8, '#fff', 'opacity=".22"'),
    box(x - 4, y - 16, w + 8, 26, 8, fold),
    stroke(`M${x} ${y - 6} Q${x + w / 2} ${y - 54} ${x + w} ${y - 6}`, ink, 6),
    box(x + w / 2 - 13, y - 40, 26, 14, 4, ink),
  ].join('');

export const dryBags: Drawing = ({ light, main, shade, ink, accent }) =>
  [
    shadow(240, 356, 170),
    dryBag(172, 136, 130, 218, main, shade, ink),
    dryBag(86, 214, 104, 140, accent, accent, ink),
    dryBag(302, 252, 92, 102, light, light, ink),
  ].join('');
