import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { formatDocument, stringifyDocument } from '@urql/core';
import type { DocumentNode } from 'graphql';
import { defineConfig, type Plugin } from 'vite';

const SERVICE = process.env.SERVICE_URL ?? 'http://localhost:4000';
/** The service lets cookies count for pages of its own origin, so the pages pass for such. */
const AS_ITS_OWN = { target: SERVICE, changeOrigin: true, headers: { origin: new URL(SERVICE).origin } };
/** What the service answers itself; all else is a page. */
const OF_THE_SERVICE = [
  '/explorer.json',
  '/sign-in.json',
  '/session',
  '/calendar.ics',
  '/export',
  '/common-grants',
  '/gdp',
  '/dcat',
];

/** Puts a compressed copy beside every text file, so that the service has nothing to compress while it runs. */
const compressed: Plugin = {
  name: 'compressed',
  apply: 'build',
  closeBundle() {
    const built = new URL('../dist-web/', import.meta.url);
    const texts = readdirSync(built, { recursive: true, encoding: 'utf8' }).filter(name =>
      /\.(js|css|html|svg)$/.test(name),
    );
    for (const name of texts) {
      const content = readFileSync(new URL(name, built));
      writeFileSync(new URL(`${name}.gz`, built), gzipSync(content, { level: 9 }));
      writeFileSync(new URL(`${name}.br`, built), brotliCompressSync(content));
    }
  },
};

/** Asks for the styles before the scripts: with them a slow line shows the frame that stands in the page itself. */
const stylesFirst: Plugin = {
  name: 'styles-first',
  transformIndexHtml: {
    order: 'post',
    handler(html) {
      const links = html.match(/ *<link rel="stylesheet"[^>]*>\n/g) ?? [];
      const rest = links.reduce((text, link) => text.replace(link, ''), html);
      return rest.replace('    <script src="/theme.js">', text => links.join('') + text);
    },
  },
};

/** Lists every document that the pages send, for a service that answers none but trusted ones. */
const trusted: Plugin = {
  name: 'trusted',
  apply: 'build',
  async closeBundle() {
    const generated = (await import(new URL('src/gql/graphql.ts', import.meta.url).href)) as Record<
      string,
      DocumentNode
    >;
    const operations = Object.entries(generated).filter(([name]) => name.endsWith('Document'));
    // The cache asks for type names as well; what is asked past it goes as it is written.
    const texts = operations.flatMap(([, document]) => [formatDocument(document), document].map(stringifyDocument));
    const manifest = texts.map(text => [createHash('sha256').update(text).digest('hex'), text]);
    const place = new URL('../dist-web/trusted-documents.json', import.meta.url);
    writeFileSync(place, JSON.stringify(Object.fromEntries(manifest)));
  },
};

/** Builds the front end to dist-web/, where the service finds it; in development it asks a running service. */
export default defineConfig({
  plugins: [stylesFirst, compressed, trusted],
  build: {
    outDir: '../dist-web',
    emptyOutDir: true,
    // light-dark() and the popover attribute are used as they are: Baseline 2024.
    target: ['chrome123', 'edge123', 'firefox125', 'safari17.5'],
    modulePreload: { polyfill: false },
    // The first load comes in two files, where a slow line would wait for thirty in turn; the libraries change seldom.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'libraries', test: /node_modules/, tags: ['$initial'] },
            { name: 'first', tags: ['$initial'] },
          ],
        },
      },
    },
    // The explorer's editor and grammar are one file: they are nothing apart.
    chunkSizeWarningLimit: 700,
    // A data: font or script would need a looser content security policy.
    assetsInlineLimit: 0,
  },
  server: {
    proxy: {
      '/graphql': { ...AS_ITS_OWN, ws: true },
      ...Object.fromEntries(OF_THE_SERVICE.map(address => [address, AS_ITS_OWN])),
    },
  },
});
