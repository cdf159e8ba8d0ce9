/** A century: longer than anything here, and within the years that moments may have. */
const LONGEST_YEARS = 100;

const PARTS =
  /^P(?=[\dT])(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?=\d)(?:(\d{1,6})H)?(?:(\d{1,8})M)?(?:(\d{1,9})S)?)?$/;

/** The years that one of each part is at most: years, months, weeks, days, hours, minutes, seconds. */
const YEARS = [1, 1 / 12, 7 / 365, 1 / 365, 1 / 8_760, 1 / 525_600, 1 / 31_536_000];

/** Whether a text is a duration as ISO 8601 writes it, in whole numbers and of a century at most. */
export function isDuration(text: string): boolean {
  const parts = PARTS.exec(text)?.slice(1);
  if (!parts) return false;
  const years = parts.reduce((sum, part, place) => sum + Number(part ?? 0) * YEARS[place]!, 0);
  return years <= LONGEST_YEARS;
}
