/** Browsers by the word in their `User-Agent` that no other has, those first that also name another. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bVivaldi\//, 'Vivaldi'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\bWindows\b/, 'Windows'],
  [/\bAndroid\b/, 'Android'],
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
];

/** A program that is no browser names itself first. */
const PROGRAM = /^[A-Za-z][\w.-]{0,39}(?=\/|\s|$)/;

/** What somebody signs in from, in a few words, such as "Firefox, Windows"; no more of it is kept. */
export function deviceIn(userAgent: string | undefined): string | null {
  if (!userAgent) return null;
  const named = [BROWSERS, SYSTEMS].map(known => known.find(([word]) => word.test(userAgent))?.[1]);
  const words = named.filter(name => name !== undefined);
  if (words.length > 0) return words.join(', ');
  return PROGRAM.exec(userAgent)?.[0] ?? null;
}
