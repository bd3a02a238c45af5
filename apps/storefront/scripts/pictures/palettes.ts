import type { Palette } from './svg.ts';

const palette = (
  paper: string,
  wash: string,
  haze: string,
  light: string,
  main: string,
  shade: string,
  accent: string,
  ink: string,
): Palette => ({
  paper,
  wash,
  haze,
  light,
  main,
  shade,
  accent,
  ink,
});

/** Palettes by name. */
export const palettes = {
  rust: palette('#f1dfc4', '#e6c79a', '#cfa774', '#e88a55', '#c9572b', '#953b1c', '#2f5d52', '#2b2a26'),
  spruce: palette('#dfe6d3', '#bccfb4', '#93b096', '#4f8f77', '#2c6a57', '#1b473b', '#d98f2b', '#1c2925'),
  glacier: palette('#dbe8ea', '#b5d0d6', '#8bb1bd', '#5f9fb8', '#2f7393', '#1e4f68', '#d4572e', '#1b2b33'),
  ochre: palette('#f4e8c9', '#ead08c', '#cfae5e', '#f0bf4f', '#d99a22', '#a66f12', '#39564f', '#33291a'),
  heather: palette('#ebe0e6', '#d4bccb', '#b394a9', '#a56f98', '#7d4873', '#562f50', '#d9932f', '#2b2029'),
  slate: palette('#e5e4de', '#c8c9c3', '#a3a8a5', '#7f8c8f', '#55646a', '#38444a', '#cf5a2c', '#1f2629'),
  fern: palette('#eaecc9', '#cdd695', '#a5b567', '#9bb043', '#6f862b', '#4b5c1b', '#b8482a', '#272c17'),
  dusk: palette('#26384a', '#324a5f', '#44617a', '#e7b35a', '#d0813b', '#9c5526', '#f3e3bd', '#131f2b'),
  night: palette('#1f2c33', '#2a3c45', '#385059', '#88b0a4', '#4d8276', '#31594f', '#eec56a', '#11191d'),
  plum: palette('#2f2a3c', '#3e374e', '#544b68', '#cf8aa0', '#a9536f', '#783650', '#f0d49b', '#17141f'),
} as const;
