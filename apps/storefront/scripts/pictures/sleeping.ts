import type { Drawing } from './svg.ts';
import { box, circle, ellipse, group, range, shadow, shape, stroke } from './svg.ts';

/** A mummy bag, seen from the side. More baffles make it look thicker. */
export const mummyBag =
  (baffles: number): Drawing =>
  ({ light, main, shade, ink, paper, accent }) =>
    group(
      'translate(240 256) rotate(-9) translate(-240 -256)',
      shadow(246, 330, 196),
      shape(
        'M52 262 C52 204 92 186 140 190 C230 190 340 206 408 232 C446 248 446 292 408 304 C340 324 230 336 140 336 C92 336 52 320 52 262Z',
        main,
      ),
      shape(
        'M52 262 C52 320 92 336 140 336 C230 336 340 324 408 304 C430 298 440 282 438 266 C340 300 160 312 52 262Z',
        shade,
      ),
      range(baffles)
        .map((i) =>
          stroke(
            `M${168 + (i * 236) / baffles} ${194 + i * (28 / baffles)} q-16 68 0 ${136 - i * (52 / baffles)}`,
            light,
            5,
            'opacity=".75"',
          ),
        )
        .join(''),
      ellipse(108, 262, 44, 54, light) +
        ellipse(104, 262, 32, 42, ink) +
        ellipse(108, 268, 24, 28, paper, 'opacity=".9"'),
      stroke('M136 222 C240 216 330 228 400 252', accent, 3, 'stroke-dasharray="3 5"'),
    );

export const quiltBag: Drawing = ({ light, main, shade, paper, accent }) =>
  [
    shadow(240, 342, 190),
    shape('M70 214 L330 190 L424 318 L124 346Z', main),
    shape('M124 346 L424 318 L424 332 L126 360Z', shade),
    range(4)
      .map((i) => stroke(`M${122 + i * 52} ${209 - i * 5} L${184 + i * 60} ${340 - i * 6}`, light, 4, 'opacity=".8"'))
      .join(''),
    range(2)
      .map((i) => stroke(`M${90 + i * 17} ${258 + i * 42} L${362 + i * 30} ${232 + i * 42}`, light, 3, 'opacity=".5"'))
      .join(''),
    shape('M330 190 L424 318 L352 324 C350 270 320 220 270 196Z', accent),
    stroke('M270 196 C320 220 350 270 352 324', paper, 3, 'stroke-dasharray="3 5"'),
  ].join('');

export const airMat: Drawing = ({ light, main, shade, ink, accent }) =>
  [
    shadow(240, 344, 196),
    shape(
      'M74 246 Q76 224 100 220 L350 196 Q374 194 386 212 L436 304 Q446 326 420 330 L130 352 Q104 354 96 330Z',
      main,
    ),
    range(6)
      .map((i) => stroke(`M${92 + i * 6} ${244 + i * 17} L${372 + i * 10} ${217 + i * 17}`, light, 9, 'opacity=".85"'))
      .join(''),
    shape(
      'M96 330 Q104 354 130 352 L420 330 Q446 326 436 304 L440 316 Q446 342 420 346 L130 368 Q104 368 96 344Z',
      shade,
    ),
    circle(94, 262, 13, ink) + circle(94, 262, 7, accent),
  ].join('');

export const foamMat: Drawing = ({ light, main, shade, paper }) => {
  const fold = (i: number) => ({ x: 62 + i * 44, y: i % 2 ? 296 : 330 });
  const panel = (i: number) => {
    const [from, to] = [fold(i), fold(i + 1)];
    return shape(`M${from.x} ${from.y} L${to.x} ${to.y} l84 -98 L${from.x + 84} ${from.y - 98}Z`, i % 2 ? main : light);
  };
  const dimple = (i: number, j: number) => {
    const [from, to] = [fold(i), fold(i + 1)];
    return ellipse(
      (from.x + to.x) / 2 + 16 + j * 17,
      (from.y + to.y) / 2 - 19 - j * 20,
      6,
      4,
      i % 2 ? shade : paper,
      'opacity=".6"',
    );
  };
  const edge = range(7)
    .map((i) => `${i ? 'L' : 'M'}${fold(i).x} ${fold(i).y}`)
    .join(' ');
  return [
    shadow(230, 344, 180),
    range(6).map(panel).join(''),
    range(6)
      .flatMap((i) => range(4).map((j) => dimple(i, j)))
      .join(''),
    stroke(edge, shade, 12),
  ].join('');
};

export const hammock: Drawing = ({ light, main, shade, ink, accent, paper }) =>
  [
    box(44, 60, 34, 290, 6, ink) + box(404, 60, 34, 290, 6, ink),
    shadow(240, 352, 130),
    stroke('M78 150 L120 196 M404 150 L360 196', paper, 4),
    box(42, 140, 38, 14, 3, accent) + box(402, 140, 38, 14, 3, accent),
    shape('M112 188 C150 330 330 330 368 188 C330 262 150 262 112 188Z', main),
    shape('M112 188 C150 262 330 262 368 188 C336 236 300 246 240 248 C180 246 144 236 112 188Z', light),
    shape('M140 246 C190 312 290 312 340 246 C310 330 170 330 140 246Z', shade),
    stroke('M180 246 C190 280 200 296 210 304 M300 246 C290 280 280 296 270 304', light, 3, 'opacity=".6"'),
  ].join('');

export const pillow: Drawing = ({ light, main, shade, accent }) =>
  [
    shadow(240, 344, 150),
    shape(
      'M96 234 C120 210 170 222 240 222 S360 210 384 234 C400 262 398 306 384 330 C350 350 300 336 240 336 S130 350 96 330 C82 306 80 262 96 234Z',
      main,
    ),
    shape(
      'M96 330 C130 350 180 336 240 336 S350 350 384 330 C394 312 396 292 394 272 C360 316 140 322 86 276 C85 296 88 316 96 330Z',
      shade,
    ),
    shape('M126 244 C180 232 300 232 354 244 C340 264 300 276 240 276 S140 264 126 244Z', light),
    circle(352, 314, 9, accent),
  ].join('');
