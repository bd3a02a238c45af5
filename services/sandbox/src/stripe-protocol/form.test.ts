import { describe, expect, it } from 'vitest';
import { CreateParameters, parameterError } from './parameters.ts';
import { readForm } from './form.ts';

describe('a form', () => {
  it('nests what is in brackets and lists what is numbered', () => {
    expect(
      readForm('amount=100&metadata[orderId]=ord_1&metadata%5Bnote%5D=a%20b&payment_method_types[0]=card'),
    ).toEqual({ amount: '100', metadata: { orderId: 'ord_1', note: 'a b' }, payment_method_types: ['card'] });
  });

  it('is no way to touch prototypes', () => {
    readForm('__proto__[polluted]=yes&constructor[prototype]=yes');
    expect('polluted' in {}).toBe(false);
  });
});

describe('parameters', () => {
  const errorOf = (form: string) => {
    const given = readForm(form);
    const read = CreateParameters.safeParse(given);
    return read.success ? undefined : parameterError(given, read.error);
  };

  it('are read as the shop sends them', () => {
    expect(
      errorOf(
        'amount=100&currency=eur&capture_method=manual&confirm=true&payment_method=pm_card_visa&payment_method_types[0]=card',
      ),
    ).toBeUndefined();
    expect(errorOf('amount=100&currency=eur&automatic_payment_methods[enabled]=true')).toBeUndefined();
    expect(
      errorOf(
        'amount=100&currency=eur&confirm=true&automatic_payment_methods[enabled]=true&return_url=https%3A%2F%2Fshop.example%2Forders',
      ),
    ).toBeUndefined();
  });

  it.each([
    ['currency=eur', 'parameter_missing', 'amount'],
    ['amount=1.5&currency=eur', 'parameter_invalid_integer', 'amount'],
    ['amount=100&currency=eur&colour=red', 'parameter_unknown', 'colour'],
    [
      'amount=100&currency=eur&automatic_payment_methods[colour]=red&automatic_payment_methods[enabled]=true',
      'parameter_unknown',
      'automatic_payment_methods[colour]',
    ],
    ['amount=100&currency=eur&confirm=true&return_url=orders', 'url_invalid', 'return_url'],
    ['amount=100&currency=eur&confirm=true&return_url=javascript:alert(1)', 'url_invalid', 'return_url'],
  ])('%s is rejected as %s', (form, code, param) => {
    expect(errorOf(form)).toMatchObject({ status: 400, type: 'invalid_request_error', code, param });
  });

  it.each([
    ['confirmed, and may send the shopper away', 'confirm=true&automatic_payment_methods[enabled]=true'],
    ['not confirmed', 'return_url=https://shop.example'],
  ])('need a return_url exactly where one is used: %s', (_, form) => {
    expect(errorOf(`amount=100&currency=eur&${form}`)).toMatchObject({
      status: 400,
      type: 'invalid_request_error',
      param: 'return_url',
    });
  });
});
