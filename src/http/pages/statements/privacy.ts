import type { Publisher } from './publisher-settings.js';
import type { Bilingual } from '../../../shared/text/wording.js';
import { address, paragraphs, type Statement } from './statement.js';

/** What Regulation (EU) 2016/679, articles 13 and 14, asks to be told of personal data: what the service itself does with it. */
export const PRIVACY: Statement = {
  title: { sv: 'Så behandlas personuppgifter', en: 'How personal data is treated' },
  body: ({ name, contact, reviewed }: Publisher): Bilingual => ({
    sv: paragraphs([
      `<p>${name} är personuppgiftsansvarig för Kickstart S3 Blekinge. Frågor, och begäran om det som står under Dina rättigheter, skickas till ${address(contact)}.</p>`,
      '<h2>Vilka uppgifter, och varför</h2>',
      '<ul><li><strong>Vem som har gjort en ändring.</strong> Idéernas historik säger vilken nyckel eller vilken inloggning som gjorde vad, så att beslut kan följas. Utanför idéns konsortium visas organisationen.</li><li><strong>Kontaktadresser</strong> som partner anger för sin organisation eller idé. De visas för den som har en nyckel. Ange hellre en funktionsbrevlåda än en personlig adress.</li><li><strong>Adresser som får mejl.</strong> De används bara till det, och raderas när mejlen avslutas. Ett fingeravtryck av adressen, som den inte kan läsas ur, finns kvar i 24 timmar från det att någon bad om mejlen, så att ingen får frågan om och om igen.</li><li><strong>Inloggningar.</strong> Vilken nyckel eller vilket konto, och när den senast användes.</li><li><strong>Texter</strong> som någon skriver, till exempel skäl och lägesrapporter, kan nämna personer.</li></ul>',
      '<p>Grunden är en uppgift av allmänt intresse: regionens arbete för utveckling (artikel 6.1 e i dataskyddsförordningen).</p>',
      '<h2>Hur länge</h2>',
      '<ul><li>Historiken bevaras; det som ska bort tas bort ur den för gott, och det syns att något har tagits bort.</li><li>Inloggningar upphör efter några timmar, eller högst 90 dagar där någon har valt att bli ihågkommen.</li><li>Svar på ändringar sparas i 24 timmar, så att samma ändring inte görs två gånger.</li><li>Adresser som inte bekräftats raderas efter 48 timmar.</li></ul>',
      '<h2>Kakor</h2>',
      '<p>Den som loggar in får en kaka som behövs för inloggningen. Språk, färgläge, hur listor visas och det du just skickar sparas i webbläsaren. Inget annat sparas, och ingen annan följer vad du gör.</p>',
      '<h2>Vem som får del av uppgifterna</h2>',
      '<p>De som får se en idé ser dess historik. Webbkrokar och filer hämtas av dem som har nycklar, och visar detsamma som de får se här. Handlingar kan bli allmänna och lämnas ut enligt lag.</p>',
      '<h2>Dina rättigheter</h2>',
      '<p>Du kan begära att få veta vilka uppgifter som finns om dig, att fel rättas, att uppgifter tas bort och att behandlingen begränsas, och du kan invända mot den. Du kan klaga hos <a href="https://www.imy.se/">Integritetsskyddsmyndigheten (IMY)</a>.</p>',
      `<p>Texten granskades senast den ${reviewed}.</p>`,
    ]),
    en: paragraphs([
      `<p>${name} is the controller of personal data in Kickstart S3 Blekinge. Questions, and requests for what stands under Your rights, go to ${address(contact)}.</p>`,
      '<h2>Which data, and why</h2>',
      "<ul><li><strong>Who made a change.</strong> The history of ideas tells which key or sign-in did what, so that decisions can be followed. Outside the idea's consortium the organisation is shown.</li><li><strong>Contact addresses</strong> that partners give for their organisation or idea. They are shown to whoever has a key. Give a mailbox of a role rather than a personal address.</li><li><strong>Addresses that mail goes to.</strong> They are used for that alone, and are erased when the mails end. A fingerprint of the address, from which it cannot be read, stays for 24 hours from when the mails were asked for, so that nobody is asked over and over.</li><li><strong>Sign-ins.</strong> Which key or account, and when it was last used.</li><li><strong>Texts</strong> that somebody writes, such as reasons and status updates, may name people.</li></ul>",
      "<p>The ground is a task in the public interest: the region's work for development (article 6.1 e of the General Data Protection Regulation).</p>",
      '<h2>For how long</h2>',
      '<ul><li>The history is kept; what has to go is taken out of it for good, and it shows that something was.</li><li>Sign-ins end after some hours, or at most 90 days where somebody chose to be remembered.</li><li>Answers to changes are kept for 24 hours, so that no change is made twice.</li><li>Addresses that were not confirmed are erased after 48 hours.</li></ul>',
      '<h2>Cookies</h2>',
      '<p>Whoever signs in gets a cookie that signing in needs. Language, colour scheme, how lists are shown and what you are just sending are kept in the browser. Nothing else is kept, and nobody else follows what you do.</p>',
      '<h2>Who receives the data</h2>',
      '<p>Whoever may see an idea sees its history. Webhooks and files are fetched by holders of keys, and show what they may see here. Documents of a public body may be public and handed out by law.</p>',
      '<h2>Your rights</h2>',
      '<p>You may ask which data there is of you, that mistakes are corrected, that data is erased and its use restricted, and you may object to it. You may complain to <a href="https://www.imy.se/en/">the Swedish Authority for Privacy Protection (IMY)</a>.</p>',
      `<p>This text was last reviewed on ${reviewed}.</p>`,
    ]),
  }),
};
