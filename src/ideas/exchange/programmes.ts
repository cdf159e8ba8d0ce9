import type { EntityManager } from '@mikro-orm/core';
import type { Programme } from '../../programmes/programme.js';
import { programmeFor } from '../../programmes/programme-for.js';
import { Refusal } from '../../shared/refuse.js';

/** The programmes that rows name, or don't, each looked up once in a batch. */
export class Programmes {
  private readonly known = new Map<string | null, Programme | Refusal>();

  constructor(private readonly em: EntityManager) {}

  /** The programme with a code, or the only open one; or why there is none. */
  async of(code: string | null): Promise<Programme | Refusal> {
    const known = this.known.get(code) ?? (await this.look(code));
    this.known.set(code, known);
    return known;
  }

  private async look(code: string | null): Promise<Programme | Refusal> {
    try {
      return await programmeFor(this.em, code);
    } catch (error) {
      if (error instanceof Refusal) return error;
      throw error;
    }
  }
}
