import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { KEYS, type Service, startService } from '../../support/service/service.js';

interface OtlpSpan {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  kind: number;
  attributes: { key: string; value: { stringValue?: string; intValue?: number } }[];
  status: { code?: number };
}

/** A receiver of OTLP over HTTP, as a collector is. */
let receiver: Server;
const received: { path: string; text: string }[] = [];
beforeEach(async () => {
  received.length = 0;
  receiver = createServer((request, response) => {
    let text = '';
    request.on('data', chunk => (text += String(chunk)));
    request.on('end', () => {
      received.push({ path: request.url ?? '', text });
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  receiver.listen(0, '127.0.0.1');
  await once(receiver, 'listening');
});
afterEach(() => void receiver.close());

const endpoint = () => `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
const TRACE = '0af7651916cd43dd8448eb211c80319c';
const PARENT = 'b7ad6b7169203331';

async function send(
  { url }: Service,
  query: string,
  variables: object,
  headers: Record<string, string> = {},
): Promise<void> {
  await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${KEYS.admin}`, ...headers },
    body: JSON.stringify({ query, variables }),
  });
}

/** What was received once the service has closed, and so has sent all it had. */
function spans(): OtlpSpan[] {
  return received.flatMap(({ text }) =>
    JSON.parse(text).resourceSpans.flatMap((resource: any) => resource.scopeSpans.flatMap((scope: any) => scope.spans)),
  );
}

const valueOf = ({ attributes }: OtlpSpan, key: string) => {
  const value = attributes.find(attribute => attribute.key === key)?.value;
  return value?.stringValue ?? value?.intValue;
};

it('tells a collector of the request, the operation and each statement, in the trace of the caller', async () => {
  const service = await startService({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint(), OTEL_SERVICE_NAME: 'ks3-test' });
  await send(
    service,
    'query Secretly($text: String) { ideas(filter: { text: $text }) { totalCount } }',
    { text: 'Anna Andersson' },
    {
      traceparent: `00-${TRACE}-${PARENT}-01`,
    },
  );
  await service.stop();
  expect(received.map(({ path }) => path)).toContain('/v1/traces');
  expect(received[0]?.text).toContain('ks3-test');
  const all = spans().filter(({ traceId }) => traceId === TRACE);
  const request = all.find(({ name }) => name === 'POST /graphql')!;
  const operation = all.find(({ name }) => name === 'graphql query')!;
  expect(request).toMatchObject({ parentSpanId: PARENT, kind: 2 });
  expect(valueOf(request, 'http.response.status_code')).toBe(200);
  expect(operation.parentSpanId).toBe(request.spanId);
  expect(valueOf(operation, 'graphql.operation.name')).toBe('Secretly');
  const statements = all.filter(({ name }) => name === 'statement');
  const read = statements.find(({ parentSpanId }) => parentSpanId === operation.spanId)!;
  expect(valueOf(read, 'db.query.text')).toMatch(/^select .*\$1/s);
  // The key is looked up before the operation begins.
  expect(statements.some(({ parentSpanId }) => parentSpanId === request.spanId)).toBe(true);
  expect(received.map(({ text }) => text).join()).not.toMatch(/Anna|ks3_demo|127\.0\.0\.1/);
});

it('tells of what a change writes, without its values', async () => {
  const service = await startService({ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: `${endpoint()}/custom` });
  const [idea] = await service.database.query<{ id: string }>('select id from idea limit 1');
  await send(
    service,
    'mutation($input: UpdateIdeaInput!) { updateIdea(input: $input) { idea { version } userErrors { code } } }',
    { input: { id: idea!.id, title: { sv: 'Hemligheten' } } },
  );
  await service.stop();
  expect(new Set(received.map(({ path }) => path))).toEqual(new Set(['/custom']));
  const texts = spans().map(span => String(valueOf(span, 'db.query.text')));
  expect(texts.filter(text => /^with made as \(update "idea"/.test(text))).toHaveLength(1);
  expect(texts.filter(text => /^insert into "activity"/.test(text))).toHaveLength(1);
  expect(received.map(({ text }) => text).join()).not.toContain('Hemligheten');
});

it('marks what failed inside', async () => {
  const service = await startService({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint(), REQUEST_TIMEOUT_MS: '100' });
  const readText = service.database.readText.bind(service.database);
  service.database.readText = async statement => {
    await new Promise(resolve => setTimeout(resolve, 300));
    return readText(statement);
  };
  await send(service, '{ viewer { name } }', {});
  await service.stop();
  const request = spans().find(({ name }) => name === 'POST /graphql')!;
  expect([valueOf(request, 'http.response.status_code'), request.status.code]).toEqual([503, 2]);
});

it('leaves nothing to send and nothing behind when it is not wanted', async () => {
  const service = await startService();
  await send(service, '{ viewer { name } }', {}, { traceparent: `00-${TRACE}-${PARENT}-01` });
  await service.stop();
  expect(received).toEqual([]);
});
