import { ArrayType } from '@mikro-orm/core';

/** A `text[]` column whose texts may be any: each is quoted, so that "NULL" is a text and a line break stays one. */
export class TextArray extends ArrayType<string> {
  override convertToDatabaseValue(value: string[]): string {
    return `{${value.map(text => `"${text.replace(/["\\]/g, String.raw`\$&`)}"`).join(',')}}`;
  }
}
