/**
 * Units in which values are shares of something: 40 % and 50 % are no 90 %. A regular expression that PostgreSQL and
 * JavaScript read alike, whatever the case.
 */
export const SHARES = '[%‰]|procent|percent|per cent|promille|per mille';
