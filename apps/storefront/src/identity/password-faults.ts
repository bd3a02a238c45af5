/**
 * Password policy of the shop's user pool (infra/platform/identity-stack.ts). A symbol is anything but a letter or a
 * digit.
 */
const rules: readonly (readonly [RegExp, string])[] = [
  [/.{12}/s, '12 characters'],
  [/[a-z]/, 'a small letter'],
  [/[A-Z]/, 'a capital letter'],
  [/\d/, 'a digit'],
  [/[^A-Za-z0-9\s]/, 'a sign like ! or -'],
];

const list = new Intl.ListFormat('en', { type: 'conjunction' });

/** Describes the requirements that a new password doesn't meet; `undefined` if it meets all. */
export function passwordFaults(password: string): string | undefined {
  const missing = rules.filter(([rule]) => !rule.test(password)).map(([, name]) => name);
  return missing.length > 0 ? `It still needs ${list.format(missing)}.` : undefined;
}
