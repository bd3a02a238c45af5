import * as z from 'zod';

// Control characters, unpaired surrogates (which UTF-8 can't carry), and the line separators that some log viewers take
// for new lines. A pattern and not a refinement, so that the published JSON Schemas say it too.
const WITHOUT_CONTROL_CHARACTERS = /^[^\p{Cc}\p{Cs}\u2028\u2029]*$/u;

/** Text as a person wrote it: kept as written, trimmed of nothing, without control characters. Lengths in UTF-16 code units. */
export const plainText = (maximum: number) =>
  z.string().min(1).max(maximum).regex(WITHOUT_CONTROL_CHARACTERS, 'control characters are not allowed');

/** What a product is called. */
export const ProductName = z.string().meta({ examples: ['Ridge tent for two'] });
