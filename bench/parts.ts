import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';

const REPORT = 'docs/benchmarks.md';
const TITLE = '# Benchmarks\n\nWhat `npm run bench` has measured; how, is told in each part.\n';

/** Puts a part under its heading into the report, in place of an earlier one, else at its end. */
export function keepPart(heading: string, text: string): void {
  const report = existsSync(REPORT) ? readFileSync(REPORT, 'utf8') : '';
  writeFileSync(REPORT, withPart(report, heading, text));
}

export function withPart(report: string, heading: string, text: string): string {
  const [, ...parts] = report.split(/^(?=## )/m);
  const part = `## ${heading}\n\n${text}`;
  const at = parts.findIndex(each => each.startsWith(`## ${heading}\n`));
  if (at < 0) parts.push(part);
  else parts[at] = part;
  return [TITLE, ...parts.map(each => `${each.trimEnd()}\n`)].join('\n');
}

/** A table of Markdown; the columns after the first few are of figures. */
export function aligned(lines: readonly (readonly string[])[], texts = 1): string {
  const widths = lines[0]!.map((_, column) => Math.max(...lines.map(line => line[column]!.length)));
  const written = lines.map(
    line =>
      `| ${line.map((cell, at) => (at < texts ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))).join(' | ')} |`,
  );
  const rule = `| ${widths.map((width, at) => (at < texts ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [written[0], rule, ...written.slice(1)].join('\n');
}

/** Three digits say as much as a measurement knows. */
export function rounded(value: number): number {
  return Number(value.toPrecision(3));
}

/** How many wanted to run when it began: where others did too, its times are longer than they need be. */
const [LOAD = 0] = loadavg();

export function machine(): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  return `${model}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, load ${LOAD.toFixed(1)} as it began, Node ${process.versions.node}`;
}
