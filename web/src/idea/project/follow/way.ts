interface Way {
  baseline?: string | null | undefined;
  target: string;
  value: string;
}

/** How much of the way from the baseline to the target lies behind, up or down; an unknown baseline counts as none. */
export function wayTo({ baseline, target, value }: Way): number {
  const [from, to, at] = [Number(baseline ?? 0), Number(target), Number(value)];
  if (from === to) return at === to ? 1 : 0;
  return (at - from) / (to - from);
}
