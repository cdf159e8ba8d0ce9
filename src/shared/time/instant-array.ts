import { Type } from '@mikro-orm/core';

/** A `timestamptz[]` column as an array of dates. */
export class InstantArray extends Type<Date[], string> {
  override convertToDatabaseValue(value: Date[]): string {
    return `{${value.map(moment => `"${new Date(moment).toISOString()}"`).join(',')}}`;
  }

  override convertToJSValue(value: string | (Date | string)[]): Date[] {
    const moments = Array.isArray(value) ? value : value.slice(1, -1).split(',').filter(Boolean);
    return moments.map(moment => new Date(typeof moment === 'string' ? moment.replaceAll('"', '') : moment));
  }

  override compareAsType(): string {
    return 'string';
  }

  override getColumnType(): string {
    return 'timestamptz[]';
  }
}
