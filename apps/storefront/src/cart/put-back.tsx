import { Button, buttonClass, Notice } from '@waypost/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Order } from '../api/shop.ts';
import { ProblemNotice } from '../layout/states.tsx';
import { useSession, useShop } from '../shop-context.tsx';
import type { ShownCart } from './carts.ts';
import { cartQuery } from './use-cart.ts';

/** Offers to put the lines of an order that came to nothing back into the cart, for another try. */
export function PutBack({ lines }: { lines: Order['lines'] }) {
  const { carts } = useShop();
  const email = useSession()?.email;
  const client = useQueryClient();
  const putBack = useMutation({
    scope: { id: 'cart' },
    mutationFn: () => carts.putBack(email, lines),
    onMutate: () => client.cancelQueries(cartQuery(carts, email)),
    onSuccess: ({ cart }) => client.setQueryData<ShownCart>(cartQuery(carts, email).queryKey, cart),
  });
  if (putBack.isSuccess) {
    const { missing } = putBack.data;
    const left = lines.filter(({ sku }) => missing.includes(sku));
    return (
      <Notice title={left.length < lines.length ? 'Back in your cart' : 'Nothing could be put back'}>
        {left.length > 0 && (
          <p>Not there: {left.map(({ name }) => name).join(', ')}. It is no longer sold, or the cart is full.</p>
        )}
        <Link to="/cart" className={buttonClass()}>
          To the cart
        </Link>
      </Notice>
    );
  }
  return (
    <div className="space-y-3">
      {putBack.isError && <ProblemNotice error={putBack.error} title="Your cart was not changed" />}
      <Button busy={putBack.isPending} onClick={() => putBack.mutate()}>
        {putBack.isPending ? 'Putting them back …' : 'Put these back into your cart'}
      </Button>
    </div>
  );
}
