/** Colors of a picture: background, two washes, the product in three tones, and an accent. */
export interface Palette {
  readonly paper: string;
  readonly wash: string;
  readonly haze: string;
  readonly light: string;
  readonly main: string;
  readonly shade: string;
  readonly accent: string;
  readonly ink: string;
}

/** Draws a product on a canvas of 480 × 400. */
export type Drawing = (palette: Palette) => string;

export const width = 480;
export const height = 400;

export const shape = (d: string, fill: string, more = ''): string =>
  `<path d="${d}" fill="${fill}"${more && ` ${more}`}/>`;

export const stroke = (d: string, colour: string, thickness = 4, more = ''): string =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${thickness}" stroke-linecap="round" stroke-linejoin="round"${more && ` ${more}`}/>`;

export const circle = (x: number, y: number, r: number, fill: string, more = ''): string =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}"${more && ` ${more}`}/>`;

export const ellipse = (x: number, y: number, rx: number, ry: number, fill: string, more = ''): string =>
  `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${fill}"${more && ` ${more}`}/>`;

export const box = (x: number, y: number, w: number, h: number, r: number, fill: string, more = ''): string =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${r}" fill="${fill}"${more && ` ${more}`}/>`;

export const group = (transform: string, ...parts: readonly string[]): string =>
  `<g transform="${transform}">${parts.join('')}</g>`;

/** Shadow of a product on the ground. */
export const shadow = (x: number, y: number, rx: number): string => ellipse(x, y, rx, 10, '#000', 'opacity=".16"');

export const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
