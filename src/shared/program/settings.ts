import { z } from 'zod';

/** A setting as text; an empty one counts as not set. */
export const text = z
  .string()
  .trim()
  .transform(value => value || undefined)
  .optional();

/** A setting that is a whole number within bounds. */
export const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .trim()
    .refine(value => /^-?\d+$/.test(value) && Number(value) >= least && Number(value) <= most, {
      error: ({ input }) => `must be a whole number from ${least} to ${most}, and is "${String(input)}"`,
    })
    .transform(Number);

/** A setting that is one of some words. */
export const oneOf = <const Word extends string>(words: readonly Word[]) =>
  z.enum(words, { error: ({ input }) => `must be one of ${words.join(', ')}, and is "${String(input)}"` });

/** A setting that is on or off. */
export const onOff = oneOf(['true', 'false']);

/** A setting that is a list, separated by commas. */
export const list = z.string().transform(value =>
  value
    .split(',')
    .map(item => item.trim())
    .filter(item => item !== ''),
);
