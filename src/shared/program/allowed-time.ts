/** The time that a request has for its changes: each is committed within it, or not at all. */
export class AllowedTime {
  private isOver = false;
  private readonly commits = new Set<Promise<void>>();
  private made = 0;

  /** @param late What is thrown once the time is over. */
  constructor(private readonly late: () => Error) {}

  /** How many changes have been made. */
  get changes(): number {
    return this.made;
  }

  /** Stops a change whose time is over. */
  check(): void {
    if (this.isOver) throw this.late();
  }

  /** A change that may still be made is committed from here on; the function returned is told whether it was. */
  beginCommit(): (isMade: boolean) => void {
    this.check();
    const { promise, resolve } = Promise.withResolvers<void>();
    this.commits.add(promise);
    return isMade => {
      if (isMade) this.made += 1;
      this.commits.delete(promise);
      resolve();
    };
  }

  /** From here on no change is made any more; those that are being committed are waited for. */
  async end(): Promise<void> {
    this.isOver = true;
    await Promise.all(this.commits);
  }
}
