import type { RunningStage } from './stage.ts';

/** Addresses, users and suggestions, printed when a stage is up. */
export function welcome({ stage, undecided }: RunningStage, seconds: number): string {
  const { urls, users } = stage;
  const shop = urls.storefront ?? urls.api;
  const lines = [
    '',
    `Waypost is open (${seconds.toFixed(0)} s).`,
    '',
    `  Storefront   ${shop}`,
    `  API          ${urls.api}      e.g. curl ${urls.api}/products?limit=3`,
    `  AWS APIs     ${stage.endpoint}`,
    '',
    'Sample users',
    `  shopper      ${users.shopper.email}  ${users.shopper.password}`,
    `  another      ${users.secondShopper.email}  ${users.secondShopper.password}`,
    `  operator     ${users.operator.email}  ${users.operator.password}`,
    '',
    'Try',
    '  · Buy something with the test card pm_card_visa and watch its order become CONFIRMED, SHIPPED, DELIVERED and COMPLETED.',
    '  · Buy it again with pm_card_visa_chargeDeclined: CANCELLED, and nothing stays reserved.',
    '  · Buy with pm_card_authenticationRequired: the bank asks you first. Or buy 50 of something: an operator looks at it first.',
    '  · npm run demo, in another terminal, tells nine stories and the events that they are made of.',
    ...(undecided.length > 0
      ? [
          '',
          `${undecided.length} orders undecided: ${undecided.join(', ')}`,
          '  Their workflows ended with the last run of the stage; they are redriven within two minutes.',
        ]
      : []),
    '',
    'Ctrl-C stops it all and keeps what happened; npm run reset forgets it.',
  ];
  return lines.join('\n');
}
