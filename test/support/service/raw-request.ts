import { request } from 'node:http';

export interface Raw {
  readonly method: 'GET' | 'POST';
  /** The request target, sent as it stands; `fetch` would mend it first. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer;
}

export interface RawAnswer {
  readonly status: number;
  readonly body: string;
}

/** Sends exactly these bytes. */
export function sendRaw(url: string, { method, path, headers = {}, body }: Raw): Promise<RawAnswer> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    // A connection of its own: on some of these the server hangs up.
    const sent = request({ hostname, port, method, path, headers, agent: false }, response => {
      const whole = response.toArray().then(chunks => Buffer.concat(chunks).toString());
      whole.then(text => resolve({ status: response.statusCode!, body: text }), reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
