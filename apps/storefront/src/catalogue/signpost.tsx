import { Link } from '@tanstack/react-router';
import { departments } from './departments.ts';

const tilts = ['-rotate-1', 'rotate-1', 'rotate-0', '-rotate-2', 'rotate-1', '-rotate-1'];

/** The front of the shop: what it is, and the signpost to its departments. */
export function Front() {
  return (
    <section className="contours mb-8 grid gap-8 overflow-hidden rounded-2xl px-6 py-9 text-[#f7f2e8] sm:px-10 md:grid-cols-[1.25fr_1fr] md:items-center md:py-12">
      <div>
        <h1 className="text-4xl font-extrabold tracking-tight sm:text-5xl">Gear for the way there and the way back.</h1>
        <p className="mt-4 max-w-prose text-lg text-[#dfe8da]">
          Forty-four things we would carry ourselves, kept in two warehouses, packed by people who get wet on purpose.
        </p>
      </div>
      <nav aria-label="Signpost to the departments" className="relative mx-auto w-full max-w-88 pb-3">
        <div
          aria-hidden
          className="absolute inset-y-0 left-1/2 w-4 -translate-x-1/2 rounded-t-sm bg-[#8a5a34] md:-bottom-12"
        />
        <ul className="relative grid gap-2.5">
          {departments.map(({ category, name }, index) => {
            const right = index % 2 === 0;
            return (
              <li key={category} className={`${tilts[index] ?? ''} ${right ? 'pl-10' : 'pr-10'}`}>
                <Link
                  to="/"
                  search={{ category }}
                  className={`block min-h-11 px-6 py-2 font-display font-bold text-[#2b2118] transition-colors hover:bg-[#ffd9a8] focus-visible:-outline-offset-4 focus-visible:outline-[#2b2118] ${
                    right ? 'arm-right bg-[#e9b06f]' : 'arm-left bg-[#f2e6cd] text-right'
                  }`}
                >
                  {name}
                </Link>
              </li>
            );
          })}
        </ul>
      </nav>
    </section>
  );
}
