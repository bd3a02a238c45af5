import type { Product } from '../api/shop.ts';
import { useState } from 'react';

/** Images of a product: a large one, and thumbnails to choose from. Their frames keep their size while they load. */
export function Gallery({ product: { images, available } }: { product: Product }) {
  const [chosen, choose] = useState(0);
  const shown = images[chosen];
  const faded = available ? '' : 'saturate-40';
  return (
    <section aria-label="Pictures" className="space-y-3 self-start">
      <div className="aspect-6/5 overflow-hidden rounded-2xl border border-line bg-sunk">
        {shown && (
          <img src={shown.url} alt={shown.alt} width={480} height={400} className={`size-full object-cover ${faded}`} />
        )}
      </div>
      {images.length > 1 && (
        <ul className="grid grid-cols-4 gap-3 sm:grid-cols-5">
          {images.map(({ url, alt }, index) => (
            <li key={url}>
              <button
                type="button"
                aria-label={`Show: ${alt}`}
                aria-pressed={index === chosen}
                onClick={() => choose(index)}
                className="block aspect-6/5 w-full overflow-hidden rounded-lg border-2 border-line bg-sunk hover:border-ink aria-pressed:border-blaze"
              >
                <img src={url} alt="" width={480} height={400} className={`size-full object-cover ${faded}`} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
