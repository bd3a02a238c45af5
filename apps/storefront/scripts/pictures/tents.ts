import type { Drawing } from './svg.ts';
import { box, circle, range, shadow, shape, stroke } from './svg.ts';

export const ridgeTent: Drawing = ({ light, main, shade, ink, paper }) =>
  [
    shadow(250, 334, 180),
    stroke('M216 116 L92 332 M352 138 L446 330', ink, 2),
    shape('M216 122 L352 142 L408 332 L286 332Z', main),
    shape('M216 122 L352 142 L364 182 L238 172Z', light, 'opacity=".55"'),
    shape('M128 332 L216 122 L286 332Z', shade),
    shape('M176 332 L216 160 L250 332Z', ink),
    shape('M216 160 L182 332 L128 332 L216 122Z', light),
    stroke('M216 112 V332', ink, 4),
    stroke('M216 122 L352 142 M216 122 L128 332 M216 122 L286 332 M352 142 L408 332', paper, 2, 'opacity=".6"'),
  ].join('');

export const tunnelTent: Drawing = ({ light, main, shade, ink, paper }) =>
  [
    shadow(240, 334, 196),
    shape('M60 332 C64 210 116 168 176 168 C300 168 404 232 430 332Z', main),
    shape('M60 332 C64 210 116 168 176 168 C160 190 148 250 148 332Z', light),
    shape('M84 332 C88 246 116 208 146 206 C134 240 130 280 130 332Z', ink),
    shape('M300 196 C370 220 416 268 430 332 H330 C330 270 322 226 300 196Z', shade),
    stroke(
      'M176 168 C158 192 148 256 148 332 M248 176 C244 220 242 280 244 332 M310 200 C326 236 330 284 330 332',
      paper,
      4,
      'opacity=".75"',
    ),
    stroke('M176 168 L40 334 M310 200 L390 168 L452 334', ink, 2),
    box(190, 220, 30, 22, 4, paper, 'opacity=".7"'),
  ].join('');

export const soloTent: Drawing = ({ light, main, shade, ink, paper }) =>
  [
    shadow(248, 334, 168),
    stroke('M214 150 L82 334 M214 150 L428 334', ink, 2),
    shape('M112 332 L214 150 L396 332Z', main),
    shape('M214 150 L396 332 H292Z', shade),
    shape('M168 332 L214 178 L244 332Z', ink),
    shape('M214 150 L112 332 H176 L214 200Z', light),
    stroke('M214 138 V332', paper, 4),
  ].join('');

export const familyTent: Drawing = ({ light, main, shade, ink, paper, accent }) =>
  [
    shadow(240, 336, 210),
    shape('M30 334 C34 232 84 186 140 180 L160 334Z', shade),
    shape('M450 334 C446 232 396 186 340 180 L320 334Z', shade),
    shape('M96 334 C100 190 160 138 240 134 C320 138 380 190 384 334Z', main),
    shape('M96 334 C100 190 160 138 240 134 C200 170 176 240 174 334Z', light),
    shape('M186 334 C188 250 206 206 240 204 C274 206 292 250 294 334Z', ink),
    shape('M186 334 C188 250 206 206 240 204 C222 240 214 290 214 334Z', accent, 'opacity=".85"'),
    box(316, 226, 36, 40, 8, paper, 'opacity=".8"') + stroke('M334 226 V266 M316 246 H352', main, 3),
    stroke('M140 180 L30 334 M340 180 L450 334', paper, 2, 'opacity=".5"'),
    range(5)
      .map((i) =>
        shape(
          `M${140 + i * 40} ${[160, 144, 137, 141, 156][i] ?? 140} l14 0 l-7 16Z`,
          [accent, paper, light][i % 3] ?? paper,
        ),
      )
      .join(''),
  ].join('');

export const domeTent: Drawing = ({ light, main, shade, ink, paper }) =>
  [
    shadow(240, 334, 176),
    shape('M78 332 C88 196 160 142 240 142 C320 142 392 196 402 332Z', main),
    shape('M240 142 C320 142 392 196 402 332 H310 C306 250 280 182 240 142Z', shade),
    shape('M78 332 C88 196 160 142 240 142 C196 184 172 250 166 332Z', light),
    shape('M196 332 C198 260 216 220 240 216 C264 220 282 260 284 332Z', ink),
    stroke('M78 332 C130 210 220 130 240 142 C300 160 370 250 402 332', paper, 4, 'opacity=".75"'),
    stroke('M166 332 C172 250 196 184 240 142 M310 332 C306 250 280 182 240 142', paper, 3, 'opacity=".5"'),
  ].join('');

export const bivy: Drawing = ({ light, main, shade, ink, paper }) =>
  [
    shadow(240, 336, 200),
    shape('M52 332 C50 250 92 214 138 226 C240 256 390 274 432 314 C438 324 434 332 424 332Z', main),
    shape('M52 332 C50 250 92 214 138 226 C150 262 150 300 148 332Z', light),
    shape('M72 332 C74 276 94 250 118 252 C128 280 128 308 126 332Z', ink),
    shape('M148 300 C240 300 360 312 430 322 C430 330 426 332 424 332 H148Z', shade),
    stroke('M138 226 C150 262 150 300 148 332', paper, 4, 'opacity=".8"'),
    stroke('M160 258 C250 276 340 286 404 306', paper, 2, 'stroke-dasharray="6 6" opacity=".7"'),
  ].join('');

export const tarp: Drawing = ({ light, main, shade, ink, paper }) =>
  [
    box(70, 96, 14, 238, 4, ink) + box(396, 106, 14, 228, 4, ink),
    stroke('M77 150 L30 334 M403 158 L452 334 M120 262 L84 336 M366 268 L404 336', ink, 2),
    shape(
      'M77 148 C180 178 300 182 403 156 C380 190 372 230 370 268 C300 240 190 236 116 262 C112 224 100 186 77 148Z',
      main,
    ),
    shape(
      'M77 148 C180 178 300 182 403 156 C394 170 388 184 383 200 C290 212 190 210 97 192 C92 178 86 162 77 148Z',
      light,
    ),
    shape('M116 262 C190 236 300 240 370 268 C300 256 190 252 116 262Z', shade),
    stroke('M77 148 C180 178 300 182 403 156', paper, 3, 'opacity=".7"'),
    [
      [77, 148],
      [403, 156],
      [116, 262],
      [370, 268],
    ]
      .map(([x = 0, y = 0]) => circle(x, y, 5, paper))
      .join(''),
    box(176, 318, 128, 12, 6, shade) + box(196, 302, 70, 16, 8, light),
  ].join('');

export const bellTent: Drawing = ({ light, main, shade, ink, paper, accent }) =>
  [
    shadow(240, 336, 186),
    stroke('M240 106 L46 336 M240 106 L434 336', ink, 2),
    shape('M76 290 C140 240 210 170 240 108 C270 170 340 240 404 290 L396 334 H84Z', main),
    shape('M240 108 C270 170 340 240 404 290 L396 334 H300 C296 250 270 170 240 108Z', shade),
    shape('M76 290 C140 240 210 170 240 108 C214 180 186 250 180 334 H84Z', light),
    shape('M204 334 C208 270 222 220 240 178 C258 220 272 270 276 334Z', ink),
    shape('M204 334 C208 270 222 220 240 178 C232 240 224 290 206 334Z', paper, 'opacity=".85"'),
    stroke('M76 290 C180 300 300 300 404 290', paper, 3, 'opacity=".6"'),
    stroke('M240 88 V112', ink, 5) + shape('M242 72 L276 84 L242 96Z', accent),
  ].join('');
