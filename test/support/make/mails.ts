import { readConfig } from '../../../src/config.js';
import { runQuery } from '../../../src/http/graphql/own-query.js';
import { MailWriter } from '../../../src/mails/writer.js';
import { Postman } from '../../../src/notices/sending/postman.js';
import { at } from '../../../src/shared/time/clock.js';
import type { MailServer } from '../doubles/mail-server.js';
import { type Service, startService } from '../service/service.js';

export const FOLLOW = `mutation ($input: FollowByEmailInput!) {
  followByEmail(input: $input) { noticeSubscription { ...Mails } userErrors { code path message } }
}`;
const MAILS = `fragment Mails on NoticeSubscription {
  id email locale kinds rhythm focusAreas confirmedAt lastSentAt endedAt createdAt
}`;

export const mailSettingsFor = ({ url }: Pick<MailServer, 'url'>, publicUrl = 'https://kickstart.example') => ({
  SMTP_URL: url,
  MAIL_FROM: 'Kickstart S3 <kickstart@region.example>',
  PUBLIC_URL: publicUrl,
  SMTP_TIMEOUT_MS: '2000',
});

export interface MailService extends Service {
  /** Sends what is due at a moment, as a copy of the service does. */
  sendAt(moment: Date): Promise<void>;
  follow(key: string | null, input: object): Promise<{ noticeSubscription: any; userErrors: any[] }>;
  /** Follows, and follows the link that the address is sent. */
  followed(key: string, input: object): Promise<string>;
  shown(key: string | null, id: string): Promise<any>;
  /** Whose mails have ended because no server took one. */
  givenUp: readonly string[];
  /** A link of a mail, at the service itself. */
  open(link: string, request?: RequestInit): Promise<Response>;
}

let addresses = 0;
/** An address that nobody has had before. */
export const anAddress = () => `roll${(addresses += 1)}@exempel.example`;

/** A service that takes follows and sends nothing by itself: when mails go is for the test to say. */
export async function startMailService(server: MailServer): Promise<MailService> {
  const settings = mailSettingsFor(server);
  const service = await startService(settings, database => database, { mail: null });
  return mailing(service, server);
}

export function mailing(service: Service, server: MailServer, environment = {}): MailService {
  const failures: unknown[] = [];
  const givenUp: string[] = [];
  const { api, database } = service;
  const { mail, publisher } = readConfig({ ...mailSettingsFor(server), ...environment });
  const sendAt = async (moment: Date) => {
    const postman = new Postman({
      database,
      settings: mail!,
      writer: new MailWriter(
        database,
        { ...mail!, publisher: publisher?.name ?? null },
        (viewer, locale, document, variables) => runQuery(api, api.contextFor(viewer, locale), document, variables),
      ),
      attempted: () => undefined,
      failed: error => failures.push(error),
      givenUp: id => void givenUp.push(id),
      graceMs: 0,
    });
    await at(moment, () => postman.work());
    expect(failures).toEqual([]);
  };
  const follow: MailService['follow'] = async (key, input) =>
    (await service.as(key).run<any, object>(`${FOLLOW} ${MAILS}`, { input })).followByEmail;
  const open = (link: string, request?: RequestInit) =>
    fetch(link.replace('https://kickstart.example', service.url), request);
  return {
    ...service,
    ...{ sendAt, follow, open, givenUp },
    async followed(key, input) {
      const { noticeSubscription, userErrors } = await follow(key, input);
      expect(userErrors).toEqual([]);
      await sendAt(new Date());
      const [question] = server.to(noticeSubscription.email).slice(-1);
      expect((await open(question!.link('confirm'), { method: 'POST' })).status).toBe(200);
      return noticeSubscription.id;
    },
    shown: async (key, id) =>
      (await service.as(key).run<any, object>(`query ($id: ID!) { node(id: $id) { ...Mails } } ${MAILS}`, { id })).node,
  };
}
