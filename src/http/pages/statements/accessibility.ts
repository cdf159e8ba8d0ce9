import type { Bilingual } from '../../../shared/text/wording.js';
import type { Publisher } from './publisher-settings.js';
import { address, paragraphs, type Statement } from './statement.js';

/**
 * The accessibility statement that a public body gives: lagen (2018:1937) om tillgänglighet till digital offentlig service,
 * in the order of the model of Commission Implementing Decision (EU) 2018/1523.
 */
export const ACCESSIBILITY: Statement = {
  title: { sv: 'Tillgänglighetsredogörelse', en: 'Accessibility statement' },
  body: ({ name, contact, reviewed }: Publisher): Bilingual => ({
    sv: paragraphs([
      `<p>${name} står bakom webbplatsen Kickstart S3 Blekinge. Vi vill att så många som möjligt ska kunna använda den. Här beskriver vi hur webbplatsen uppfyller lagen om tillgänglighet till digital offentlig service, vilka brister vi känner till och hur du kan rapportera brister till oss.</p>`,
      '<h2>Hur tillgänglig är webbplatsen?</h2>',
      '<p>Webbplatsen är delvis förenlig med lagen, på grund av de brister som beskrivs nedan.</p>',
      '<h2>Vad du kan göra om du inte kan använda delar av webbplatsen</h2>',
      `<p>Skriv till ${address(contact)} om du behöver innehåll på ett annat sätt, till exempel i en tabell eller i punktskrift.</p>`,
      '<h2>Rapportera brister</h2>',
      `<p>Kontakta oss på ${address(contact)} om du upptäcker något som inte är beskrivet här, eller om du anser att vi inte uppfyller lagens krav.</p>`,
      '<h2>Tillsyn</h2>',
      '<p>Myndigheten för digital förvaltning (Digg) har tillsyn över lagen. Du kan <a href="https://www.digg.se/tdosanmalan">anmäla till Digg</a> att en webbplats har brister i tillgänglighet, eller att du inte är nöjd med hur vi har bedömt det du har påpekat.</p>',
      '<h2>Brister som vi känner till</h2>',
      '<ul><li>Utforskaren av API:et, som är till för programmerare, beskriver API:ets fält bara på engelska.</li><li>Beskrivningar och titlar skrivs av partner och finansiärer. De kan vara svåra att läsa och finns inte alltid på båda språken.</li><li>Diagram har sina värden som text, men inte alla jämförelser mellan dem.</li></ul>',
      '<h2>Så har webbplatsen testats</h2>',
      `<p>Vid varje ändring granskas sidorna automatiskt enligt WCAG 2.2, nivå A och AA, i båda språken och båda färglägena, och gås igenom med enbart tangentbord. Redogörelsen granskades senast den ${reviewed}.</p>`,
    ]),
    en: paragraphs([
      `<p>${name} is responsible for the website Kickstart S3 Blekinge, and wants as many as possible to be able to use it. This is how the website meets the Swedish act on the accessibility of digital public services, which shortcomings are known, and how to report others.</p>`,
      '<h2>How accessible the website is</h2>',
      '<p>The website is partially compliant with the act, because of the shortcomings below.</p>',
      '<h2>If you cannot use parts of the website</h2>',
      `<p>Write to ${address(contact)} if you need content in another way, such as in a table or in Braille.</p>`,
      '<h2>Report shortcomings</h2>',
      `<p>Write to ${address(contact)} of anything that is not described here, or if you find that we do not meet the act.</p>`,
      '<h2>Supervision</h2>',
      '<p>The Agency for Digital Government (Digg) supervises the act. You can <a href="https://www.digg.se/tdosanmalan">report to Digg</a> that a website has shortcomings, or that you are not content with how we have judged what you pointed out.</p>',
      '<h2>Known shortcomings</h2>',
      '<ul><li>The explorer of the API, which is for programmers, describes the fields of the API in English alone.</li><li>Descriptions and titles are written by partners and funders. They may be hard to read, and are not always in both languages.</li><li>Charts have their values as text, but not all comparisons between them.</li></ul>',
      '<h2>How the website has been tested</h2>',
      `<p>With every change the pages are examined by a program against WCAG 2.2, levels A and AA, in both languages and both colour schemes, and walked through with the keyboard alone. The statement was last reviewed on ${reviewed}.</p>`,
    ]),
  }),
};
