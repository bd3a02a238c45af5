// Draws every picture that the seed names into public/pictures. The same input produces the same bytes.
import { mkdir, writeFile } from 'node:fs/promises';
import { products } from '../../../services/catalog/seed/products.ts';
import { pictures } from './pictures/pictures.ts';

const directory = new URL('../public/pictures/', import.meta.url);
const wanted = products.flatMap(({ images }) => images.map(({ url }) => url.replace(/^.*\//, '')));
const missing = wanted.filter((name) => !pictures.has(name));
if (missing.length > 0)
  throw new Error(`Nothing is drawn for ${missing.join(', ')}: add it to scripts/pictures/pictures.ts`);

await mkdir(directory, { recursive: true });
await Promise.all(wanted.map((name) => writeFile(new URL(name, directory), pictures.get(name) ?? '')));
console.log(`${wanted.length} pictures drawn`);
