import { z } from 'zod';
import { SESSION_ENVIRONMENT, type SessionSettings, sessionSettings } from './access/sessions/session-settings.js';
import { OIDC_ENVIRONMENT, type OidcSettings, oidcSettings } from './access/sign-in/oidc-settings.js';
import type { ApiKey } from './funding-calls/exchange/source/fetch/fetch-key.js';
import { DCAT_ENVIRONMENT, type DcatSettings, dcatSettings } from './http/downloads/dcat/dcat-settings.js';
import { HTTP_ENVIRONMENT, type HttpSettings, httpSettings } from './http/http-settings.js';
import { LIMIT_ENVIRONMENT, type Limits, limitSettings } from './http/admission/limit-settings.js';
import { LIVE_ENVIRONMENT, type LiveSettings, liveSettings } from './http/graphql/live/live-settings.js';
import {
  TRACING_ENVIRONMENT,
  type TracingSettings,
  tracingSettings,
} from './http/operation/tracing/tracing-settings.js';
import { TRUSTED_ENVIRONMENT, type TrustedDocuments, trustedDocuments } from './http/graphql/trusted-documents.js';
import {
  PUBLISHER_ENVIRONMENT,
  type Publisher,
  publisherSettings,
} from './http/pages/statements/publisher-settings.js';
import { ConfigError } from './shared/program/config-error.js';
import { oneOf, onOff, text, wholeNumber } from './shared/program/settings.js';
import { MAIL_ENVIRONMENT, type MailSettings, mailSettings } from './notices/mail-settings.js';
import { WEBHOOK_ENVIRONMENT, type WebhookSettings, webhookSettings } from './webhooks/webhook-settings.js';

const databaseUrl = text
  .refine(url => !url || /^postgres(ql)?:\/\//.test(url), 'must begin with postgresql://')
  .refine(
    url => !url || /^\w+:\/\/[^/?]*\/[^/?]/.test(url),
    'must name a database: postgresql://user@host:5432/kickstart_s3',
  );

const ENVIRONMENT = z.object({
  NODE_ENV: oneOf(['development', 'production', 'test']).default('development'),
  DATABASE_URL: databaseUrl,
  READ_DATABASE_URL: databaseUrl,
  DIRECT_DATABASE_URL: databaseUrl,
  PREPARED_STATEMENTS: onOff.optional(),
  DATA_DIR: z.string().default('.data'),
  SEED: oneOf(['demo', 'reference', 'none']).optional(),
  POOL_SIZE: wholeNumber(2, 200).default(10),
  STATEMENT_TIMEOUT_MS: wholeNumber(100, 600_000).default(10_000),
  CLOSING_TIMEOUT_MS: wholeNumber(1_000, 600_000).default(20_000),
  DEBUG_STATEMENTS: onOff.default('false'),
  IMPORT_API_KEY: text,
  IMPORT_API_KEY_HEADER: text,
  IMPORT_API_KEY_PARAMETER: text,
  ANSWERS_KEPT_MIB: wholeNumber(0, 4_096).default(16),
  ...HTTP_ENVIRONMENT.shape,
  ...LIMIT_ENVIRONMENT.shape,
  ...LIVE_ENVIRONMENT.shape,
  ...OIDC_ENVIRONMENT.shape,
  ...SESSION_ENVIRONMENT.shape,
  ...TRUSTED_ENVIRONMENT.shape,
  ...MAIL_ENVIRONMENT.shape,
  ...PUBLISHER_ENVIRONMENT.shape,
  ...DCAT_ENVIRONMENT.shape,
  ...WEBHOOK_ENVIRONMENT.shape,
  ...TRACING_ENVIRONMENT.shape,
});

export interface Config {
  readonly production: boolean;
  readonly databaseUrl: string | undefined;
  /** Where a streaming replica of that database is. */
  readonly readDatabaseUrl: string | undefined;
  /** The server itself, where a pool of connections stands before it. */
  readonly directDatabaseUrl: string | undefined;
  /** Whether the pool before the server keeps apart what its clients prepare. */
  readonly preparedStatements: boolean;
  readonly dataDir: string;
  readonly seed: 'demo' | 'reference' | 'none';
  readonly poolSize: number;
  readonly statementTimeoutMs: number;
  /** How long closing may take before the process ends all the same; requests under way have half of it. */
  readonly closingMs: number;
  readonly debugStatements: boolean;
  /** What `npm run import` shows a source, and in which header or parameter. */
  readonly importKey: ApiKey | null;
  /** Memory for answers that are asked for again; 0 keeps none. */
  readonly answersKeptMiB: number;
  readonly http: HttpSettings;
  readonly limits: Limits;
  readonly live: LiveSettings;
  readonly oidc: OidcSettings | null;
  readonly sessions: SessionSettings;
  readonly trusted: TrustedDocuments;
  /** Null where no mail is sent. */
  readonly mail: MailSettings | null;
  /** Null where nobody has said who runs the service. */
  readonly publisher: Publisher | null;
  /** Null where nobody has said which data is open. */
  readonly dcat: DcatSettings | null;
  readonly webhooks: WebhookSettings;
  readonly tracing: TracingSettings | null;
}

/** Reads the settings from the environment, the only place that does, and refuses wrong ones. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const parsed = ENVIRONMENT.safeParse(
    Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== '')),
  );
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map(({ path, message }) => `${String(path[0])}: ${message}`).join('; '));
  }
  const settings = parsed.data;
  const production = settings.NODE_ENV === 'production';
  const seed = settings.SEED ?? (settings.DATABASE_URL || production ? 'reference' : 'demo');
  if (seed === 'demo' && production)
    throw new ConfigError('SEED: demo data and its known keys are never loaded with NODE_ENV=production');
  if (settings.READ_DATABASE_URL && !settings.DATABASE_URL)
    throw new ConfigError('READ_DATABASE_URL: needs DATABASE_URL, whose replica it is');
  if (settings.DIRECT_DATABASE_URL && !settings.DATABASE_URL)
    throw new ConfigError('DIRECT_DATABASE_URL: needs DATABASE_URL, the pool before it');
  if (settings.DEBUG_STATEMENTS === 'true' && production)
    throw new ConfigError('DEBUG_STATEMENTS: not with NODE_ENV=production');
  const publisher = publisherSettings(settings);
  const trusted = trustedDocuments(settings);
  return {
    production,
    seed,
    databaseUrl: settings.DATABASE_URL,
    readDatabaseUrl: settings.READ_DATABASE_URL,
    directDatabaseUrl: settings.DIRECT_DATABASE_URL,
    preparedStatements: settings.PREPARED_STATEMENTS
      ? settings.PREPARED_STATEMENTS === 'true'
      : !settings.DIRECT_DATABASE_URL,
    dataDir: settings.DATA_DIR,
    poolSize: settings.POOL_SIZE,
    statementTimeoutMs: settings.STATEMENT_TIMEOUT_MS,
    closingMs: settings.CLOSING_TIMEOUT_MS,
    debugStatements: settings.DEBUG_STATEMENTS === 'true',
    importKey: importKey(settings),
    answersKeptMiB: settings.ANSWERS_KEPT_MIB,
    http: httpSettings(settings),
    limits: limitSettings(settings),
    live: liveSettings(settings),
    oidc: oidcSettings(settings),
    sessions: sessionSettings(settings),
    trusted,
    mail: mailSettings(settings),
    publisher,
    dcat: dcatSettings(settings, { publisher, publicUrl: settings.PUBLIC_URL, hasApi: !trusted.alone }),
    webhooks: webhookSettings(settings),
    tracing: tracingSettings(settings),
  };
}

function importKey(settings: {
  IMPORT_API_KEY?: string | undefined;
  IMPORT_API_KEY_HEADER?: string | undefined;
  IMPORT_API_KEY_PARAMETER?: string | undefined;
}): ApiKey | null {
  const { IMPORT_API_KEY: value, IMPORT_API_KEY_HEADER: header, IMPORT_API_KEY_PARAMETER: parameter } = settings;
  if (value === undefined) return null;
  return parameter === undefined ? { value, header: header ?? 'authorization' } : { value, parameter };
}
