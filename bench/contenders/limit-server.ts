import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Pool } from 'pg';

const FOLDER = 'bench/operations';
const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: Number(process.env.POOL_SIZE) });

/** The statements of the operations by their paths: board/limit, board/limit-in-area. */
const statements = new Map(
  readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.sql'))
    .map(file => [file.replace('.sql', ''), readFileSync(join(FOLDER, file), 'utf8')]),
);

/** No GraphQL, no framework: one prepared statement, and its text is the answer. */
async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { statement, values } = JSON.parse(Buffer.concat(chunks).toString()) as {
    statement: string;
    values: unknown[];
  };
  const { rows } = await pool.query({ name: statement, text: statements.get(statement)!, values, rowMode: 'array' });
  const body = Buffer.from(`{"data":${(rows as string[][])[0]![0]}}`);
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body);
}

const server = createServer((request, response) => {
  answer(request, response).catch((error: Error) => {
    response
      .writeHead(500, { 'content-type': 'application/json' })
      .end(JSON.stringify({ errors: [{ message: error.message }] }));
  });
});
server.listen(0, '127.0.0.1', () => {
  console.log(`ready http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`);
});
