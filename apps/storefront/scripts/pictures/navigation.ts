import type { Drawing } from './svg.ts';
import { box, circle, ellipse, range, shadow, shape, stroke } from './svg.ts';

const dial = (
  x: number,
  y: number,
  r: number,
  colours: { ring: string; face: string; mark: string; north: string; south: string },
) =>
  [
    circle(x, y, r, colours.ring) + circle(x, y, r * 0.84, colours.face),
    range(24)
      .map(
        (i) =>
          `<path d="M${x} ${y - r * 0.8}v${i % 6 ? r * 0.08 : r * 0.16}" stroke="${colours.mark}" stroke-width="${i % 6 ? 2 : 4}" transform="rotate(${i * 15} ${x} ${y})"/>`,
      )
      .join(''),
    `<g transform="rotate(28 ${x} ${y})">${shape(`M${x} ${y - r * 0.62} L${x + r * 0.15} ${y} H${x - r * 0.15}Z`, colours.north)}${shape(`M${x} ${y + r * 0.62} L${x + r * 0.15} ${y} H${x - r * 0.15}Z`, colours.south)}</g>`,
    circle(x, y, r * 0.07, colours.mark),
  ].join('');

export const mirrorCompass: Drawing = ({ light, main, shade, ink, accent, paper }) =>
  [
    shadow(240, 366, 110),
    shape('M154 176 L168 40 Q170 30 182 30 H298 Q310 30 312 40 L326 176Z', shade) +
      shape('M176 160 L186 54 H294 L304 160Z', '#d9e7ea') +
      shape('M186 54 H226 L196 160 H176Z', '#fff', 'opacity=".7"'),
    stroke('M240 56 V158', ink, 3),
    box(144, 170, 192, 190, 22, main, 'opacity=".95"') +
      stroke('M160 190 V340 M320 190 V340', paper, 3, 'stroke-dasharray="2 8"'),
    dial(240, 264, 82, { ring: ink, face: paper, mark: ink, north: accent, south: light }),
    box(214, 168, 52, 10, 5, ink),
  ].join('');

export const pocketCompass: Drawing = ({ light, main, shade, ink, accent, paper }) =>
  [
    shadow(240, 358, 100),
    stroke('M240 92 C180 20 330 10 352 70 S430 120 456 66', accent, 6),
    circle(240, 88, 20, shade) + circle(240, 88, 10, paper),
    circle(240, 226, 132, shade) + circle(240, 222, 130, main),
    dial(240, 222, 108, { ring: light, face: paper, mark: ink, north: accent, south: shade }),
  ].join('');

export const mapCase: Drawing = ({ light, main, shade, ink, accent, paper, wash }) =>
  [
    shadow(240, 352, 160),
    stroke('M120 92 C60 20 420 20 360 92', ink, 6),
    box(92, 78, 296, 272, 20, main),
    box(112, 100, 256, 230, 8, paper),
    shape('M112 100 H198 V330 H112Z', wash, 'opacity=".9"') + shape('M284 100 H368 V330 H284Z', wash, 'opacity=".6"'),
    range(5)
      .map((i) =>
        stroke(
          `M${150 + i * 8} ${200 - i * 2} C${150 + i * 6} ${150 + i * 8} ${250 - i * 8} ${130 + i * 10} ${262 - i * 6} 190 S${190 + i * 4} ${270 - i * 10} ${150 + i * 8} ${200 - i * 2}`,
          light,
          3,
        ),
      )
      .join(''),
    stroke('M128 310 C170 300 180 260 230 264 S280 200 350 186', accent, 5, 'stroke-dasharray="10 8"') +
      circle(350, 186, 9, accent) +
      circle(128, 310, 7, shade),
    shape('M326 112 l22 0 l-11 -0 v34 l10 -8 m-10 8 l-10 -8', 'none', `stroke="${ink}" stroke-width="4"`),
    shape('M112 100 H176 L112 232Z', '#fff', 'opacity=".35"'),
  ].join('');

export const headlamp: Drawing = ({ light, main, shade, ink, accent, paper }) =>
  [
    shape('M240 232 L-20 70 V0 H200Z', accent, 'opacity=".22"'),
    shadow(250, 344, 130),
    stroke('M172 250 C120 130 330 70 396 190 C440 290 380 340 320 322', shade, 30),
    stroke('M172 250 C120 130 330 70 396 190 C440 290 380 340 320 322', main, 18) +
      stroke('M172 250 C120 130 330 70 396 190 C440 290 380 340 320 322', paper, 3, 'stroke-dasharray="14 10"'),
    box(142, 206, 150, 112, 30, ink) + box(150, 200, 134, 104, 28, main),
    circle(206, 252, 40, ink) + circle(206, 252, 32, paper) + circle(206, 252, 18, accent),
    circle(262, 236, 9, '#d63d2a') + box(196, 188, 48, 14, 6, light),
  ].join('');

export const lantern: Drawing = ({ light, main, shade, ink, accent, paper }) =>
  [
    circle(240, 216, 140, accent, 'opacity=".16"') + circle(240, 216, 96, accent, 'opacity=".2"'),
    shadow(240, 362, 92),
    stroke('M164 150 C150 20 330 20 316 150', ink, 6),
    stroke('M172 140 C140 190 140 250 176 300 M308 140 C340 190 340 250 304 300', shade, 10),
    shape('M200 116 L212 78 H268 L280 116Z', main) + box(188, 112, 104, 16, 6, light) + box(226, 62, 28, 20, 6, shade),
    shape('M200 130 H280 C316 190 308 240 276 280 H204 C172 240 164 190 200 130Z', paper, 'opacity=".55"'),
    shape('M240 272 C210 262 216 226 236 196 C240 216 252 216 248 186 C276 216 272 262 240 272Z', accent) +
      shape('M241 270 C228 262 232 246 241 234 C250 246 254 262 241 270Z', paper),
    stroke('M206 150 C190 190 192 230 206 258', '#fff', 5, 'opacity=".6"'),
    box(190, 276, 100, 20, 6, light),
    shape('M168 296 H312 L326 340 Q326 358 304 358 H176 Q154 358 154 340Z', main) +
      shape('M276 296 H312 L326 340 Q326 358 304 358 H282Z', shade) +
      circle(302, 314, 8, ink),
  ].join('');

export const binoculars: Drawing = ({ light, main, shade, ink, accent, paper }) =>
  [
    stroke('M128 150 C60 60 420 60 352 150', accent, 9),
    shadow(240, 350, 150),
    shape('M152 122 H212 L226 320 Q226 340 206 340 H126 Q106 340 108 320Z', main) +
      shape('M328 122 H268 L254 320 Q254 340 274 340 H354 Q374 340 372 320Z', main),
    shape('M190 122 H212 L226 320 Q226 340 206 340 H190Z', shade) +
      shape('M306 122 H328 L372 320 Q374 340 354 340 H330Z', shade),
    box(212, 172, 56, 92, 12, ink) + box(226, 148, 28, 44, 10, light),
    box(146, 96, 70, 34, 10, ink) + box(264, 96, 70, 34, 10, ink),
    ellipse(166, 332, 52, 22, ink) +
      ellipse(314, 332, 52, 22, ink) +
      ellipse(166, 332, 40, 15, '#7fb3c4') +
      ellipse(314, 332, 40, 15, '#7fb3c4'),
    ellipse(154, 328, 16, 5, paper, 'opacity=".8"') + ellipse(302, 328, 16, 5, paper, 'opacity=".8"'),
  ].join('');

export const altimeterWatch: Drawing = ({ light, main, shade, ink, accent, paper }) =>
  [
    shape('M192 20 H288 L296 120 H184Z', shade) + shape('M192 380 H288 L296 280 H184Z', shade),
    range(3)
      .map((i) => box(226, 38 + i * 24, 28, 8, 4, ink) + box(226, 300 + i * 24, 28, 8, 4, ink))
      .join(''),
    box(326, 150, 22, 26, 6, ink) + box(332, 190, 20, 22, 6, accent) + box(326, 226, 22, 26, 6, ink),
    circle(240, 200, 104, ink) + circle(240, 200, 94, main) + circle(240, 200, 80, paper),
    range(12)
      .map(
        (i) =>
          `<path d="M240 128v${i % 3 ? 8 : 14}" stroke="${ink}" stroke-width="${i % 3 ? 3 : 6}" transform="rotate(${i * 30} 240 200)"/>`,
      )
      .join(''),
    shape('M176 232 L206 192 L222 210 L246 172 L304 232 A72 72 0 0 1 176 232Z', light, 'opacity=".9"') +
      shape('M246 172 L234 191 L247 188 L258 194Z', '#fff'),
    stroke('M240 200 L210 158 M240 200 L280 180', ink, 6) +
      stroke('M240 200 L250 250', accent, 3) +
      circle(240, 200, 7, ink),
  ].join('');
