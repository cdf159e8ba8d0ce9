/**
 * How long somebody stays, who may go at any moment. What is held for them is let go when they go, or at once if they
 * have gone already: so it doesn't matter between which two steps that happens.
 */
export class Lifetime {
  private readonly held = new Set<() => void>();
  private ended = false;

  get over(): boolean {
    return this.ended;
  }

  /** Holds something for as long as this lasts. The function returned is for those who have let go of it themselves. */
  hold(letGo: () => void): () => void {
    if (this.ended) letGo();
    else this.held.add(letGo);
    return () => void this.held.delete(letGo);
  }

  /** A lifetime that ends with this one, or before. */
  part(): Lifetime {
    const part = new Lifetime();
    part.hold(this.hold(() => part.end()));
    return part;
  }

  end(): void {
    if (this.ended) return;
    this.ended = true;
    for (const letGo of this.held) letGo();
    this.held.clear();
  }
}
