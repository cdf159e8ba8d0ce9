import { defineConfig } from 'vite';

const SERVICE = process.env.SERVICE_URL ?? 'http://localhost:4000';

/** Builds the front end to dist-web/, where the service finds it; in development it asks a running service. */
export default defineConfig({
  build: {
    outDir: '../dist-web',
    emptyOutDir: true,
    // light-dark() and the popover attribute are used as they are: Baseline 2024.
    target: ['chrome123', 'edge123', 'firefox125', 'safari17.5'],
    modulePreload: { polyfill: false },
    // A data: font or script would need a looser content security policy.
    assetsInlineLimit: 0,
  },
  server: { proxy: { '/graphql': { target: SERVICE, ws: true }, '/explorer': SERVICE } },
});
