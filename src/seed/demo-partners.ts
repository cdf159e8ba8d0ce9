import type { DemoPartner } from './shapes.js';

/** Fourteen invented organisations around the southern Baltic. Each says in its own description that it isn't real. */
export const DEMO_PARTNERS: readonly DemoPartner[] = [
  {
    slug: 'exempelvarvet',
    name: 'Exempelvarvet AB',
    sector: 'BUSINESS_LARGE',
    country: 'SE',
    nutsCode: 'SE221',
    description: {
      sv: 'Påhittat exempel: varv i Karlskrona som bygger och bygger om fartyg i stål, aluminium och komposit.',
      en: 'Invented example: shipyard in Karlskrona that builds and rebuilds vessels in steel, aluminium and composites.',
    },
  },
  {
    slug: 'exempelpress',
    name: 'Exempelpress i Olofström AB',
    sector: 'BUSINESS_LARGE',
    country: 'SE',
    nutsCode: 'SE221',
    description: {
      sv: 'Påhittat exempel: pressar och formar plåtkomponenter till fordonsindustrin.',
      en: 'Invented example: presses and forms sheet-metal components for the automotive industry.',
    },
  },
  {
    slug: 'exempelenergi',
    name: 'Exempelenergi Fjärrvärme AB',
    sector: 'BUSINESS_LARGE',
    country: 'SE',
    nutsCode: 'SE221',
    description: {
      sv: 'Påhittat exempel: energibolag med fjärrvärme, elnät och laddning i länets västra del.',
      en: 'Invented example: energy company with district heating, power grid and charging in the west of the county.',
    },
  },
  {
    slug: 'exempelplast',
    name: 'Exempelplast Blekinge AB',
    sector: 'BUSINESS_SME',
    country: 'SE',
    nutsCode: 'SE221',
    description: {
      sv: 'Påhittat exempel: formsprutar tekniska plastdetaljer, allt oftare av återvunnet material.',
      en: 'Invented example: injection-moulds technical plastic parts, more and more often from recycled material.',
    },
  },
  {
    slug: 'sensorexempel',
    name: 'Sensorexempel Ronneby AB',
    sector: 'BUSINESS_SME',
    country: 'SE',
    nutsCode: 'SE221',
    description: {
      sv: 'Påhittat exempel: utvecklar sensorer och dataplattformar för industri, vatten och hav.',
      en: 'Invented example: develops sensors and data platforms for industry, water and sea.',
    },
  },
  {
    slug: 'kretsdemo',
    name: 'Kretsdemo Karlshamn AB',
    sector: 'BUSINESS_SME',
    country: 'SE',
    nutsCode: 'SE221',
    description: {
      sv: 'Påhittat exempel: sorterar, demonterar och förädlar restmaterial från industri och hushåll.',
      en: 'Invented example: sorts, dismantles and refines residual material from industry and households.',
    },
  },
  {
    slug: 'demokommunen',
    name: 'Demokommunen i Blekinge',
    sector: 'PUBLIC',
    country: 'SE',
    nutsCode: 'SE221',
    description: {
      sv: 'Påhittat exempel: kommun med ansvar för vatten, avlopp, gator och kustplanering.',
      en: 'Invented example: municipality that answers for water, sewage, streets and coastal planning.',
    },
  },
  {
    slug: 'exempelhamnen',
    name: 'Exempelhamnens hamnförvaltning',
    sector: 'PUBLIC',
    country: 'SE',
    nutsCode: 'SE221',
    description: {
      sv: 'Påhittat exempel: kommunal förvaltning av färjelägen, kajer och terminaler.',
      en: 'Invented example: municipal authority for ferry berths, quays and terminals.',
    },
  },
  {
    slug: 'exempelinstitutet',
    name: 'Exempelinstitutet för hållbar industri',
    sector: 'ACADEMIA',
    country: 'SE',
    nutsCode: 'SE224',
    description: {
      sv: 'Påhittat exempel: forskningsinstitut i Skåne för material, energi och livscykelanalys.',
      en: 'Invented example: research institute in Skåne for materials, energy and life-cycle assessment.',
    },
  },
  {
    slug: 'foreningen-exempelskargarden',
    name: 'Föreningen Exempelskärgården',
    sector: 'CIVIL_SOCIETY',
    country: 'SE',
    nutsCode: 'SE221',
    description: {
      sv: 'Påhittat exempel: ideell förening för boende, fiske och naturvård i skärgården.',
      en: 'Invented example: non-profit association for residents, fishing and nature conservation in the archipelago.',
    },
  },
  {
    slug: 'beispiel-meerestechnik',
    name: 'Beispiel Meerestechnik GmbH',
    sector: 'BUSINESS_SME',
    country: 'DE',
    nutsCode: 'DE803',
    description: {
      sv: 'Påhittat exempel: marinteknikföretag i Rostock för undervattensmätning och energilager ombord.',
      en: 'Invented example: marine-technology company in Rostock for underwater measurement and energy storage on board.',
    },
  },
  {
    slug: 'eksempel-havvind',
    name: 'Eksempel Havvind ApS',
    sector: 'BUSINESS_SME',
    country: 'DK',
    nutsCode: 'DK014',
    description: {
      sv: 'Påhittat exempel: serviceföretag för havsbaserad vindkraft på Bornholm.',
      en: 'Invented example: service company for offshore wind on Bornholm.',
    },
  },
  {
    slug: 'przykladowy-uniwersytet-morski',
    name: 'Przykładowy Uniwersytet Morski',
    sector: 'ACADEMIA',
    country: 'PL',
    nutsCode: 'PL633',
    description: {
      sv: 'Påhittat exempel: sjöfarts- och havsuniversitet vid Gdańskbukten.',
      en: 'Invented example: maritime university on the Bay of Gdańsk.',
    },
  },
  {
    slug: 'asociacija-pavyzdine-jura',
    name: 'Asociacija Pavyzdinė Jūra',
    sector: 'CIVIL_SOCIETY',
    country: 'LT',
    nutsCode: 'LT023',
    description: {
      sv: 'Påhittat exempel: medborgarforskningsförening för kust och hav i Klaipėda.',
      en: 'Invented example: citizen-science association for coast and sea in Klaipėda.',
    },
  },
];
