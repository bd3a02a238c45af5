import type { Drawing } from './svg.ts';
import { box, circle, group, range, shadow, shape, stroke } from './svg.ts';

const body = 'M176 118 L304 118 L332 156 L326 346 Q240 358 154 346 L148 156Z';
const leftSleeve = 'M176 118 L148 130 Q112 156 92 300 L134 314 L166 200Z';
const rightSleeve = 'M304 118 L332 130 Q368 156 388 300 L346 314 L314 200Z';

export const shellJacket: Drawing = ({ light, main, shade, ink, accent, paper }) =>
  [
    shape(leftSleeve, shade) + shape(rightSleeve, shade) + shape(body, main),
    shape('M176 118 L148 156 L150 222 Q240 246 330 222 L332 156 L304 118Z', light),
    shape('M188 120 Q180 48 240 44 Q300 48 292 120 Q240 148 188 120Z', shade),
    shape('M206 116 Q204 70 240 68 Q276 70 274 116 Q240 132 206 116Z', ink),
    stroke('M240 128 V350', accent, 5),
    stroke('M176 268 L204 320 M304 268 L276 320', ink, 4),
    box(272, 172, 34, 18, 4, paper) + stroke('M100 290 L136 302 M380 290 L344 302', paper, 3),
  ].join('');

export const downJacket: Drawing = ({ light, main, shade, ink, accent }) =>
  [
    shape(leftSleeve, shade) + shape(rightSleeve, shade) + shape(body, main),
    shape('M192 118 Q194 78 240 78 Q286 78 288 118 Q240 144 192 118Z', light),
    shape('M212 116 Q216 96 240 96 Q264 96 268 116 Q240 128 212 116Z', ink),
    range(6)
      .map((i) =>
        stroke(
          `M${150 + i * 0.8} ${160 + i * 32} Q195 ${174 + i * 32} 238 ${162 + i * 32} M242 ${162 + i * 32} Q285 ${174 + i * 32} ${330 - i * 0.8} ${160 + i * 32}`,
          light,
          5,
          'opacity=".8"',
        ),
      )
      .join(''),
    range(4)
      .map((i) =>
        stroke(
          `M${126 - i * 9} ${176 + i * 34} l${38 - i * 2} 12 M${354 + i * 9} ${176 + i * 34} l${-38 + i * 2} 12`,
          main,
          5,
        ),
      )
      .join(''),
    stroke('M240 124 V350', ink, 4) + box(232, 150, 16, 20, 4, accent),
  ].join('');

export const fleece: Drawing = ({ light, main, shade, ink, accent, paper }) =>
  [
    shape(leftSleeve, main) + shape(rightSleeve, main) + shape(body, main),
    shape('M190 120 L196 70 Q240 56 284 70 L290 120 Q240 150 190 120Z', shade),
    shape('M240 64 L252 68 L248 206 H232 L228 68Z', ink) + stroke('M240 72 V204', paper, 3, 'stroke-dasharray="3 4"'),
    shape('M148 156 L176 118 L190 120 Q200 140 232 148 V180 Q180 186 148 176Z', light) +
      shape('M332 156 L304 118 L290 120 Q280 140 248 148 V180 Q300 186 332 176Z', light),
    shape('M112 214 L160 226 L148 262 L102 250Z', shade) + shape('M368 214 L320 226 L332 262 L378 250Z', shade),
    range(26)
      .map((i) => circle(170 + ((i * 37) % 144), 216 + ((i * 53) % 120), 2.4, light, 'opacity=".6"'))
      .join(''),
    box(264, 232, 42, 34, 6, shade) + box(282, 226, 10, 16, 3, accent),
  ].join('');

export const tee: Drawing = ({ light, main, shade, accent, paper }) =>
  [
    shape(
      'M180 116 L136 140 Q112 166 96 222 L146 244 L166 204 V344 H314 V204 L334 244 L384 222 Q368 166 344 140 L300 116 Q240 158 180 116Z',
      main,
    ),
    shape('M290 122 Q322 220 290 344 H314 V204 L334 244 L384 222 Q368 166 344 140 L300 116Z', shade),
    stroke('M180 116 Q240 172 300 116', light, 9),
    stroke('M104 214 L150 234 M376 214 L330 234 M170 334 H310', paper, 2, 'stroke-dasharray="5 5"'),
    shape('M196 252 L226 206 L244 230 L256 216 L282 252Z', accent),
  ].join('');

export const trousers: Drawing = ({ light, main, shade, ink, accent, paper }) =>
  [
    shape('M172 84 H308 L328 352 H262 L240 176 L218 352 H152Z', main),
    shape('M240 84 H308 L328 352 H262 L240 176Z', shade),
    box(168, 74, 144, 26, 6, ink) + box(228, 72, 24, 30, 4, accent),
    shape('M161 222 L226 222 L220 280 L158 280Z', light) + shape('M319 222 L254 222 L260 280 L322 280Z', main),
    stroke('M180 104 Q186 140 204 146 M300 104 Q294 140 276 146', paper, 3),
    box(290, 168, 30, 44, 4, light) + stroke('M290 180 H320', ink, 3),
    stroke('M240 102 V176', paper, 2, 'stroke-dasharray="5 5"'),
  ].join('');

const boot: Drawing = ({ light, main, shade, ink, accent, paper }) =>
  [
    shape('M20 20 H92 L98 98 C130 122 172 122 182 152 L184 176 H10 Q4 96 20 20Z', main),
    shape('M10 176 Q6 140 10 112 L60 128 L98 98 C130 122 172 122 182 152 L184 176Z', shade),
    shape('M130 122 C156 126 176 132 182 152 L184 176 H138Z', light),
    shape(
      'M4 172 H190 V190 H176 l-6 10 h-22 l-6 -10 h-12 l-6 10 h-22 l-6 -10 h-12 l-6 10 h-22 l-6 -10 h-12 l-6 10 h-22Z',
      ink,
    ),
    box(14, 10, 84, 20, 8, accent),
    range(4)
      .map((i) => stroke(`M${84 + i * 8} ${46 + i * 18} l26 8`, paper, 5))
      .join(''),
  ].join('');

export const boots: Drawing = (palette) =>
  [
    shadow(240, 338, 180),
    group('translate(78 118)', boot(palette)),
    group('translate(208 132) scale(1.05)', boot(palette)),
  ].join('');

const sock = (x: number, y: number, turn: number, fill: string, heel: string, band: string) =>
  group(
    `translate(${x} ${y}) rotate(${turn})`,
    shape('M0 0 H66 V120 C76 150 130 152 138 178 Q140 206 108 206 H46 Q4 200 2 150Z', fill),
    shape('M3 140 Q26 132 42 160 Q48 190 36 204 Q6 194 3 150Z', heel) +
      shape('M104 160 Q136 164 138 182 Q138 206 108 206 Q92 184 104 160Z', heel),
    box(-3, -6, 72, 30, 6, heel) + box(0, 44, 66, 12, 0, band) + box(0, 64, 66, 6, 0, band),
  );

export const socks: Drawing = ({ light, main, shade, accent, paper }) =>
  [sock(110, 100, -8, main, shade, paper), sock(238, 92, 6, light, accent, paper)].join('');

export const beanie: Drawing = ({ light, main, shade, accent }) =>
  [
    shadow(240, 330, 140),
    shape('M126 270 C120 150 180 96 240 96 C300 96 360 150 354 270Z', main),
    shape('M290 108 C340 136 358 200 354 270 H306 C314 210 310 150 290 108Z', shade),
    range(8)
      .map((i) =>
        stroke(
          `M${148 + i * 26} 262 C${150 + i * 25} 200 ${196 + i * 12} 140 ${226 + i * 4} 104`,
          light,
          3,
          'opacity=".6"',
        ),
      )
      .join(''),
    box(114, 256, 252, 66, 24, light),
    range(14)
      .map((i) => stroke(`M${132 + i * 16.6} 266 V312`, main, 4, 'opacity=".55"'))
      .join(''),
    box(302, 274, 36, 30, 4, accent) + circle(240, 88, 10, shade),
  ].join('');
