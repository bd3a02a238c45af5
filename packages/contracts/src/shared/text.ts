import * as z from 'zod';

// Written without \p{…} and the u flag, which many clients and fuzzers of OpenAPI don't support. Excluded are control characters, soft
// hyphen, bidirectional controls, zero-width characters, line separators and interlinear annotations; the lookahead rejects blank text.
const INVISIBLE =
  '\\u0000-\\u001f\\u007f-\\u009f\\u00ad\\u061c\\u180e\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\ufffb';
const BLANK = '\\s\\u115f\\u1160\\u2800\\u3164\\uffa0';
const VISIBLE_TEXT = new RegExp(`^(?=[^]*[^${BLANK}\\u200c\\u200d])[^${INVISIBLE}]*$`.replace('[^]', '[\\s\\S]'));

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
    .trim()
    .min(1, { error: 'must not be blank', abort: true })
    .max(maximum, `must have at most ${maximum} characters`)
    .regex(VISIBLE_TEXT, 'must not be blank or contain invisible control characters')
    .refine(isWellFormed, 'must not contain misplaced joiners, tag characters or unpaired surrogates');

/** Name of a product. */
export const ProductName = z.string().meta({ examples: ['Ridge tent for two'] });
