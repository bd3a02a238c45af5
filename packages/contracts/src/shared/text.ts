import * as z from 'zod';

// Written without \p{…}, lookaheads and the u flag, which many clients and fuzzers of OpenAPI don't support, and without ambiguity, so
// that matching takes linear time. Excluded are control characters, soft hyphen, bidirectional controls, zero-width characters, line
// separators and interlinear annotations. The first characters may be blank or joiners; at least one character has to be visible.
const INVISIBLE =
  '\\u0000-\\u001f\\u007f-\\u009f\\u00ad\\u061c\\u180e\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\ufffb';
const BLANK = ' \\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000\\u115f\\u1160\\u2800\\u3164\\uffa0\\u200c\\u200d';
const VISIBLE_TEXT = new RegExp(`^[${BLANK}]*[^${INVISIBLE}${BLANK}][^${INVISIBLE}]*$`);

/** Joiners belong between emoji, or between letters of scripts that are joined; elsewhere they only hide. */
const MISPLACED_JOINER =
  /(?:^|[\s\p{P}\p{N}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}])[\u200c\u200d]|[\u200c\u200d](?:$|[\s\u200c\u200d])/u;
/** Tag characters belong into flags, after the black flag: https://unicode.org/reports/tr51/#valid-emoji-tag-sequences. */
const FLAG = /\u{1f3f4}[\u{e0020}-\u{e007e}]+\u{e007f}/gu;
const TAG = /[\u{e0000}-\u{e007f}]/u;

const isWellFormed = (text: string): boolean =>
  text.isWellFormed() && !MISPLACED_JOINER.test(text) && !TAG.test(text.replaceAll(FLAG, ''));

/**
 * Text for people to read: trimmed, not blank, without invisible control characters. Combining marks, right-to-left scripts and the
 * joiners of emoji are kept.
 *
 * @param maximum greatest length in UTF-16 code units
 */
export const plainText = (maximum: number) =>
  z
    .string()
    .max(maximum, { error: `must have at most ${maximum} characters`, abort: true })
    .trim()
    .min(1, { error: 'must not be blank', abort: true })
    .regex(VISIBLE_TEXT, 'must not be blank or contain invisible control characters')
    .refine(isWellFormed, 'must not contain misplaced joiners, tag characters or unpaired surrogates');

/** Email address. Lengths of its parts as in RFC 5321 and RFC 1035. */
export const EmailAddress = z
  .email()
  .max(254)
  .regex(/^[^@]{1,64}@([^.@]{1,63}\.)+[^.@]{2,63}$/)
  .meta({ examples: ['shopper@waypost.example'] });

/** Name of a product. */
export const ProductName = z.string().meta({ examples: ['Ridge tent for two'] });
