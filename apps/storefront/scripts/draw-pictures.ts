// Draws every product of the seed into public/pictures; the same input gives the same bytes.
import { mkdir, writeFile } from 'node:fs/promises';
import { products } from '../../../services/catalog/seed/products.ts';
import { pictures } from './pictures/pictures.ts';

const directory = new URL('../public/pictures/', import.meta.url);
const missing = products.filter(({ sku }) => !pictures.has(sku)).map(({ sku }) => sku);
if (missing.length > 0)
  throw new Error(`No picture is drawn of ${missing.join(', ')}: add one to scripts/pictures/pictures.ts`);

await mkdir(directory, { recursive: true });
await Promise.all(products.map(({ sku }) => writeFile(new URL(`${sku}.svg`, directory), pictures.get(sku) ?? '')));
console.log(`${products.length} pictures drawn`);
