import { readFileSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';

/** A fenced block of a Markdown file. */
export interface Block {
  readonly language: string;
  readonly text: string;
  readonly line: number;
}

/** What a reader does, and what the manual says comes of it. */
export interface Exchange {
  readonly request: Block;
  /** The variables of a GraphQL document, shown in a block of their own: ```json variables. */
  readonly variables: Block | null;
  readonly answer: Block | null;
}

const REQUESTS = ['sh', 'graphql'];
const VARIABLES = 'json variables';

const FENCED = /^(```.+\n[^]*?^```)$/m;
const FENCE = /^```(.+)\n([^]*)```$/;

/** A Markdown file, for what its blocks promise. */
export class Manual {
  readonly blocks: readonly Block[];
  /** Prose and fenced blocks in turn. */
  private readonly pieces: string[];

  constructor(readonly path: string) {
    this.pieces = readFileSync(this.file, 'utf8').split(FENCED);
    this.blocks = this.pieces.flatMap((piece, at) => {
      const [, language = '', text = ''] = FENCE.exec(piece) ?? [];
      const line = this.pieces.slice(0, at).join('').split('\n').length;
      return at % 2 ? [{ language, text, line }] : [];
    });
  }

  /** Every request with what belongs to it, in order. */
  get exchanges(): Exchange[] {
    return this.blocks.flatMap((request, at) => {
      if (!REQUESTS.includes(request.language)) return [];
      const rest = this.blocks.slice(at + 1);
      const end = rest.findIndex(({ language }) => REQUESTS.includes(language));
      const [variables, answer] = parted(end < 0 ? rest : rest.slice(0, end));
      return [{ request, variables, answer }];
    });
  }

  /** Blocks that belong to no exchange, so that nobody would notice if they were wrong. */
  get strays(): Block[] {
    const used = new Set(this.exchanges.flatMap(({ request, variables, answer }) => [request, variables, answer]));
    return this.blocks.filter(block => !used.has(block));
  }

  /** Puts what really came in the place of what is shown. */
  async rewrite(block: Block, real: unknown): Promise<void> {
    const text = typeof real === 'string' ? real : await format(JSON.stringify(real), PRETTY);
    this.pieces[this.blocks.indexOf(block) * 2 + 1] = `\`\`\`${block.language}\n${text}\`\`\``;
    writeFileSync(this.file, this.pieces.join(''));
  }

  private get file(): URL {
    return new URL(`../../../${this.path}`, import.meta.url);
  }
}

const PRETTY = { parser: 'json', printWidth: 120 };

function parted([first, second]: readonly Block[]): [Block | null, Block | null] {
  return first?.language === VARIABLES ? [first, second ?? null] : [null, first ?? null];
}
