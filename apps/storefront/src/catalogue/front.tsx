import { Link } from '@tanstack/react-router';
import { departments } from './departments.ts';
import { SeasonShelves } from './season-shelves.tsx';

/** The front page: introduction, a link to each department, and the products of the season. */
export function Front() {
  return (
    <div className="mb-12 space-y-12">
      <Hero />
      <Doors />
      <SeasonShelves />
    </div>
  );
}

function Hero() {
  return (
    <section className="contours rounded-2xl px-6 py-9 text-[#f7f2e8] sm:px-10 md:py-11">
      <h1 className="max-w-2xl text-4xl font-extrabold tracking-tight sm:text-5xl">
        Gear for the way there and the way back.
      </h1>
      <p className="mt-4 max-w-prose text-lg text-[#dfe8da]">
        Gear that we carry ourselves, from two warehouses, packed by people who go out in the rain.
      </p>
    </section>
  );
}

function Doors() {
  return (
    <nav aria-label="Shop by department">
      <ul className="grid grid-cols-2 gap-3 sm:gap-5 md:grid-cols-3">
        {departments.map(({ category, name, line, picture }) => (
          <li key={category}>
            <Link
              to="/"
              search={{ category }}
              className="group flex h-full flex-col overflow-hidden rounded-xl border border-line bg-card transition-shadow hover:shadow-lg"
            >
              <span className="block aspect-5/2 overflow-hidden bg-sunk">
                <img
                  src={picture}
                  alt=""
                  width={480}
                  height={400}
                  className="size-full object-cover object-[50%_78%] transition-transform duration-300 group-hover:scale-[1.03] motion-reduce:transition-none"
                />
              </span>
              <span className="p-3 sm:px-4">
                <span className="block font-display text-lg font-bold group-hover:underline">{name}</span>
                <span className="hidden text-sm text-soft sm:block">{line}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
