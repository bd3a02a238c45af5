import { Button, buttonClass, Notice } from '@waypost/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Order } from '../api/shop.ts';
import { ProblemNotice } from '../layout/states.tsx';
import { useSession, useShop } from '../shop-context.tsx';
import type { ShownCart } from './carts.ts';
import { cartQuery } from './use-cart.ts';

/** Offers to add the lines of a cancelled order to the cart again. */
export function Reorder({ lines }: { lines: Order['lines'] }) {
  const { carts } = useShop();
  const email = useSession()?.email;
  const client = useQueryClient();
  const reorder = useMutation({
    scope: { id: 'cart' },
    mutationFn: () => carts.reorder(email, lines),
    onMutate: () => client.cancelQueries(cartQuery(carts, email)),
    onSuccess: ({ cart }) => client.setQueryData<ShownCart>(cartQuery(carts, email).queryKey, cart),
  });
  if (reorder.isSuccess) {
    const { missing } = reorder.data;
    const left = lines.filter(({ sku }) => missing.includes(sku));
    return (
      <Notice title={left.length < lines.length ? 'Added to your cart' : 'Nothing was added to your cart'}>
        {left.length > 0 && (
          <p>Not added: {left.map(({ name }) => name).join(', ')}. No longer sold, or the cart is full.</p>
        )}
        <Link to="/cart" className={buttonClass()}>
          Go to cart
        </Link>
      </Notice>
    );
  }
  return (
    <div className="space-y-3">
      {reorder.isError && <ProblemNotice error={reorder.error} title="Your cart was not changed" />}
      <Button busy={reorder.isPending} onClick={() => reorder.mutate()}>
        {reorder.isPending ? 'Adding the items …' : 'Add these items to your cart'}
      </Button>
    </div>
  );
}
