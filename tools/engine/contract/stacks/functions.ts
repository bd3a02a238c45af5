import type { App } from 'aws-cdk-lib';
import { ContractStack } from '../support/contract-stack.ts';

const THROWS = `let calls = 0;
class OutOfStock extends Error { constructor(message) { super(message); this.name = 'OutOfStock'; } }
exports.handler = async ({ throws, exits }) => {
  if (exits) process.exit(1);
  calls += 1;
  if (throws) throw new OutOfStock('none left');
  return { calls };
};`;

const TELLS_VARIANT = `exports.handler = async () => ({ variant: process.env.VARIANT });`;

export function defineFunctions(app: App): ContractStack {
  const stack = new ContractStack(app, 'functions');
  stack.inlineFunction('Throwing', THROWS);
  stack.inlineFunction('Weighted', TELLS_VARIANT, { environment: { VARIANT: 'old' } });
  return stack;
}
