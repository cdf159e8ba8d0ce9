import { useWords } from '../language/language';

const words = {
  why: {
    sv: 'Med den kontrollerar ditt program att det är vi som skickar. Till exempel i Node, med biblioteket standardwebhooks:',
    en: 'With it your program checks that it is we who send. In Node, for instance, with the library standardwebhooks:',
  },
  more: {
    sv: 'Svara 200–299 inom 10 sekunder. Annars försöker vi igen i 24 timmar. Fler bibliotek finns hos',
    en: 'Answer 200–299 within 10 seconds. Otherwise we try again for 24 hours. There are more libraries at',
  },
};

const SNIPPET = `import { Webhook } from 'standardwebhooks';

const webhook = new Webhook(process.env.WEBHOOK_SECRET);
// Throws unless the signature is ours; body is the text as it came.
const event = webhook.verify(body, request.headers);
console.log(event.type, event.data.idea?.title);`;

/** How a receiver knows who sent what it was sent. */
export function Verifying() {
  const t = useWords(words);
  return (
    <div>
      <p>{t.why}</p>
      <pre className="snippet" tabIndex={0}>
        <code>{SNIPPET}</code>
      </pre>
      <p className="soft">
        {t.more}{' '}
        <a href="https://www.standardwebhooks.com" rel="noreferrer" target="_blank">
          standardwebhooks.com
        </a>
        .
      </p>
    </div>
  );
}
