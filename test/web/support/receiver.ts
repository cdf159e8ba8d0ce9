import { once } from 'node:events';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a webhook was sent. */
export interface Received {
  headers: IncomingHttpHeaders;
  body: string;
}

/** An integrator's own program: it receives what a webhook sends, and answers with a status of its choosing. */
export class Receiver {
  readonly received: Received[] = [];
  status = 204;

  private constructor(private readonly server: Server) {}

  static async start(): Promise<Receiver> {
    const receiver = new Receiver(createServer());
    receiver.server.on('request', (request, response) => void receiver.receive(request, response));
    receiver.server.listen(0, '127.0.0.1');
    await once(receiver.server, 'listening');
    return receiver;
  }

  private async receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    this.received.push({ headers: request.headers, body: Buffer.concat(pieces).toString() });
    response.writeHead(this.status).end();
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/hook`;
  }

  async stop(): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
    await once(this.server, 'close');
  }
}
