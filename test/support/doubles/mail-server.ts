import { type AddressObject, type ParsedMail, simpleParser } from 'mailparser';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** What a mail server does with a mail: takes it; refuses the address; asks to be tried later; says nothing; dies having read it. */
export type Behaviour = 'ACCEPT' | 'REFUSE' | 'GREYLIST' | 'HANG' | 'DIE';

/** A mail as the server read it, whatever it answered. */
export interface Mailed {
  readonly to: string;
  readonly mail: ParsedMail;
  /** The address of the link that confirms, or ends. */
  link(kind: 'confirm' | 'end'): string;
}

/** A mail server on this machine that speaks SMTP. */
export interface MailServer {
  readonly url: string;
  readonly mails: Mailed[];
  /** How often an address was named. */
  readonly tries: number;
  /** What it does with one mail after the other; the last one holds for all that follow. */
  behaviours: Behaviour[];
  to(address: string): Mailed[];
  stop(): Promise<void>;
}

const REFUSALS = { REFUSE: [550, 'No such mailbox'], GREYLIST: [451, 'Greylisted, try again later'] } as const;

/** Whom a server lets in that asks for a name and a password, and whether it offers to encrypt first. */
export interface Doors {
  readonly user: string;
  readonly password: string;
  readonly isEncrypted: boolean;
}

/** What the server was told by those who wanted in. */
export interface Knock {
  readonly user: string | undefined;
  readonly isEncrypted: boolean;
}

/** One that lets in whoever has the name and the password. Its certificate is nobody's. */
export function startGuardedServer(doors: Doors): Promise<MailServer & { readonly knocks: Knock[] }> {
  return start([], doors);
}

export function startMailServer(...behaviours: Behaviour[]): Promise<MailServer> {
  return start(behaviours, null);
}

async function start(behaviours: Behaviour[], doors: Doors | null): Promise<MailServer & { readonly knocks: Knock[] }> {
  const knocks: Knock[] = [];
  const mails: Mailed[] = [];
  let tries = 0;
  const now = () => self.behaviours[Math.min(tries, self.behaviours.length) - 1] ?? 'ACCEPT';
  const server = new SMTPServer({
    authOptional: !doors,
    allowInsecureAuth: true,
    disabledCommands: doors ? (doors.isEncrypted ? [] : ['STARTTLS']) : ['STARTTLS', 'AUTH'],
    onAuth({ username, password }, { secure }, done) {
      knocks.push({ user: username, isEncrypted: secure });
      const isRight = username === doors?.user && password === doors?.password;
      done(isRight ? null : new Error('Wrong name or password'), { user: username });
    },
    onRcptTo(_address, _session, done) {
      tries += 1;
      const refusal = REFUSALS[now() as keyof typeof REFUSALS];
      if (!refusal) return done();
      done(Object.assign(new Error(refusal[1]), { responseCode: refusal[0] }));
    },
    onData(stream, _session, done) {
      void simpleParser(stream).then(mail => {
        mails.push(asMailed(mail));
        const behaviour = now();
        if (behaviour === 'ACCEPT') done();
        if (behaviour === 'DIE') for (const { _socket } of connectionsOf(server)) _socket.destroy();
      });
    },
  });
  // What a client breaks off is none of the server's faults.
  server.on('error', () => undefined);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', () => resolve()));
  const self = {
    knocks,
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    mails,
    get tries() {
      return tries;
    },
    behaviours,
    to: (address: string) => mails.filter(({ to }) => to === address),
    stop: () => {
      for (const { _socket } of connectionsOf(server)) _socket.destroy();
      return new Promise<void>(resolve => void server.close(() => resolve()));
    },
  };
  return self;
}

function connectionsOf(server: SMTPServer) {
  return [...(server as unknown as { connections: Set<{ _socket: { destroy(): void } }> }).connections];
}

function asMailed(mail: ParsedMail): Mailed {
  return {
    mail,
    to: (mail.to as AddressObject).value[0]!.address!,
    link: kind => new RegExp(`\\S+/notices/${kind}/\\S+`).exec(mail.text!)![0],
  };
}
