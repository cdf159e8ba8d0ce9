import { asShown } from '../../../../tables/report/remarks.js';
import { isObject, type Json, type JsonObject } from './json.js';

/** The values of a row, until they are let go. */
export class JsonRow {
  constructor(private record: JsonObject) {}

  /** The value at a path, whatever it is. */
  at(path: readonly string[]): Json | undefined {
    return path.reduce<Json | undefined>((value, field) => (isObject(value) ? value[field] : undefined), this.record);
  }

  shown(path: readonly string[]): string | undefined {
    return asShown(this.at(path));
  }

  release(): void {
    this.record = {};
  }
}
