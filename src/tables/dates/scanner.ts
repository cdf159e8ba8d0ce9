/** A text that is read from its beginning, one form after the other. */
export class Scanner {
  constructor(private text: string) {}

  get rest(): string {
    return this.text;
  }

  get isAtEnd(): boolean {
    return this.text === '';
  }

  skip(characters: number): void {
    this.text = this.text.slice(characters);
  }

  /** Takes what stands next, if it has the form; every form begins with ^. */
  take(form: RegExp): RegExpExecArray | null {
    const found = form.exec(this.text);
    if (found) this.text = this.text.slice(found[0].length);
    return found;
  }
}
