/** The media types of a format's answers: what is asked for, and what is taken. */
export interface AnswerTypes {
  /** The header `accept`. */
  readonly header: string;
  readonly known: RegExp;
}

export const JSON_ANSWERS: AnswerTypes = {
  header: 'application/json, */*;q=0.1',
  known: /^(?:application|text)\/(?:[\w.+-]+\+)?json$|^text\/plain$|^application\/octet-stream$/,
};

export const TABLE_ANSWERS: AnswerTypes = {
  header: 'text/csv, text/plain;q=0.9, */*;q=0.1',
  known: /^text\/(?:csv|tab-separated-values|plain)$|^application\/(?:csv|vnd\.ms-excel|octet-stream)$/,
};
