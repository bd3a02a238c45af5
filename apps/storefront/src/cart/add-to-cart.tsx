import { Button } from '@waypost/ui';
import type { Product } from '../api/shop.ts';
import { ApiProblem } from '../api/problem.ts';
import { useCart, useCartChange } from './use-cart.ts';

/** Button that adds a product to the cart and shows the result next to it. */
export function AddToCart({
  product: { sku, name, price },
  quantity = 1,
  look = 'primary',
  className = '',
}: {
  product: Product;
  quantity?: number;
  look?: 'primary' | 'quiet';
  className?: string;
}) {
  const cart = useCart();
  const change = useCartChange();
  const there = cart.data?.items.find((line) => line.sku === sku)?.quantity ?? 0;
  return (
    <div className={className}>
      <Button
        look={look}
        className="w-full"
        busy={change.isPending}
        onClick={() => change.mutate({ add: true, sku, quantity, unitPrice: price })}
      >
        {change.isPending ? 'Adding …' : 'Add to cart'}
        <span className="sr-only"> {name}</span>
      </Button>
      <p role="status" className={`text-sm ${change.isError ? 'font-semibold text-blaze' : 'text-soft'}`}>
        {change.isError ? whyNot(change.error) : there > 0 && `${there} in your cart`}
      </p>
    </div>
  );
}

function whyNot(error: Error): string {
  if (!(error instanceof ApiProblem)) return 'Not added: the shop could not be reached. Try again.';
  const { status, title, detail } = error.problem;
  if (status === 409) return `Not added. ${detail ?? title}`;
  if (status === 429) return 'Not added: too many requests. Wait a moment, then try again.';
  return `Not added: ${detail ?? title} Try again.`;
}
