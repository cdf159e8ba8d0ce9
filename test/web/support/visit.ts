import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { KEYS } from '../../support/make/keys.js';

/** A running service with the built front end, and keys of each kind. */
export interface RunningService {
  url: string;
  keys: { admin: string; partner: string; integrator: string };
}

/** The service that all stories share: begun with the run, or running already. */
const SHARED: RunningService = {
  url: process.env.BASE_URL!,
  keys: {
    admin: process.env.ADMIN_KEY ?? KEYS.admin,
    partner: process.env.PARTNER_KEY ?? KEYS.partner,
    integrator: process.env.INTEGRATOR_KEY ?? KEYS.integrator,
  },
};

/** Whose eyes a page is seen through, and how. */
export interface Looks {
  as?: keyof RunningService['keys'];
  language?: 'sv' | 'en';
  theme?: 'light' | 'dark';
  width?: number;
}

/** Both themes and both languages, each once. */
export const LOOKS = [
  { theme: 'light', language: 'sv' },
  { theme: 'dark', language: 'en' },
] as const;

/** Milliseconds to wait for what should show at once, on a machine that may be busy with other stories. */
const PATIENCE = 30_000;
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A browser on the service. What a page complains of in its console fails the test that opened it. */
export class Visit {
  private readonly contexts: BrowserContext[] = [];
  readonly complaints: string[] = [];

  private constructor(
    readonly service: RunningService,
    private readonly browser: Browser,
  ) {}

  static async begin(service = SHARED): Promise<Visit> {
    return new Visit(service, await chromium.connect(process.env.BROWSER!));
  }

  /** Opens an address; by default in Swedish, light, on a desktop, signed out. */
  async open(path: string, { as, language = 'sv', theme = 'light', width = 1280 }: Looks = {}): Promise<Page> {
    const context = await this.browser.newContext({
      viewport: { width, height: 900 },
      hasTouch: width < 500,
      colorScheme: theme,
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(PATIENCE);
    this.contexts.push(context);
    const page = await context.newPage();
    page.on('pageerror', error => this.complaints.push(error.message));
    page.on('console', message => message.type() === 'error' && this.complaints.push(message.text()));
    await page.addInitScript(`localStorage.setItem('language', '${language}')`);
    if (as) await this.signIn(context, as);
    await page.goto(this.service.url + path, { waitUntil: 'commit' });
    await page.locator('h1').first().waitFor();
    return page;
  }

  /** Signs a browser in as its own dialog does: the service sets the cookies. */
  async signIn(context: BrowserContext, as: keyof RunningService['keys']): Promise<void> {
    const headers = { authorization: `Bearer ${this.service.keys[as]}` };
    const answer = await context.request.post(`${this.service.url}/session`, { headers });
    if (!answer.ok()) throw new Error(await answer.text());
  }

  /** Closes the pages of one test. What was still held up on its way would fail, and with it the whole file. */
  async leave(): Promise<void> {
    const contexts = this.contexts.splice(0);
    const pages = contexts.flatMap(context => context.pages());
    await Promise.all(pages.map(page => page.unrouteAll({ behavior: 'ignoreErrors' })));
    await Promise.all(contexts.map(context => context.close()));
    this.complaints.length = 0;
  }

  async end(): Promise<void> {
    await this.browser.close();
  }

  /** Asks the API directly, as anyone's own program would. */
  async ask<T>(query: string, variables: object, as: keyof RunningService['keys'] | 'anyone' = 'admin'): Promise<T> {
    const response = await fetch(`${this.service.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(as !== 'anyone' && { authorization: `Bearer ${this.service.keys[as]}` }),
      },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data: T; errors?: { message: string }[] };
    if (errors) throw new Error(errors.map(({ message }) => message).join('\n'));
    return data;
  }
}

/** Waits until the expression holds on the page, whose policy lets no waiting of Playwright's own evaluate it there. */
export async function until(page: Page, expression: string): Promise<void> {
  while (!(await page.evaluate<boolean>(expression))) await page.waitForTimeout(50);
}

/** What axe finds wrong with the page by WCAG 2.2 A and AA, as one line for each kind. */
export async function axeViolations(page: Page): Promise<string[]> {
  if (!(await page.evaluate('globalThis.axe'))) await page.evaluate(AXE);
  return page.evaluate(`axe
    .run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      rules: { 'target-size': { enabled: true } },
      resultTypes: ['violations'],
    })
    .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ target, failureSummary }) => target + ' ' + failureSummary).join(' | ')))`);
}
