import { Link } from '@tanstack/react-router';
import { unitsIn, useCart } from './use-cart.ts';

/** Link to the cart, with the number of its items. */
export function CartLink({ className }: { className: string }) {
  const units = unitsIn(useCart().data);
  return (
    <Link to="/cart" className={className}>
      Cart
      {units > 0 && (
        <>
          <span aria-hidden className="ml-1.5 min-w-6 rounded-full bg-spruce px-1.5 text-center text-sm text-on-spruce">
            {units}
          </span>
          <span className="sr-only">{units} in it</span>
        </>
      )}
    </Link>
  );
}
