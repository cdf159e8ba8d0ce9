import type { RdfResource, RdfValue, Term } from '../../../shared/files/rdf/rdf.js';
import type { Bilingual } from '../../../shared/text/wording.js';
import type { DcatSettings } from './dcat-settings.js';
import { DATASETS } from './open-datasets.js';
import { type OpenDataset, type OpenForm, type OpenService, SERVICES } from './open-forms.js';

const TITLE: Bilingual = {
  sv: 'Öppna data om grön omställning i Blekinge',
  en: 'Open data on the green transition in Blekinge',
};
const DESCRIPTION: Bilingual = {
  sv: 'Det som Kickstart S3 visar för alla om projektidéer, konsortier, projekt och utlysningar.',
  en: 'What Kickstart S3 shows to everybody of project ideas, consortia, projects and funding calls.',
};

const EU = 'http://publications.europa.eu/resource/authority';
const BLEKINGE = 'http://data.europa.eu/nuts/code/SE221';

const iri = (address: string): RdfValue => ({ iri: address });
const both = ({ sv, en }: Bilingual): RdfValue[] => [
  { text: sv, language: 'sv' },
  { text: en, language: 'en' },
];
const LANGUAGES = [iri(`${EU}/language/SWE`), iri(`${EU}/language/ENG`)];

/**
 * The catalogue of open data by DCAT-AP-SE 3.0.1 (https://docs.dataportal.se/dcat/). Everything has an address of its
 * own, since what portals harvest may have no blank nodes.
 */
export function catalogue(settings: DcatSettings): RdfResource[] {
  const { publisher, licence, publicUrl } = settings;
  const datasets = openIn(settings);
  const services = SERVICES.filter(({ name }) => formsOf(datasets).some(({ service }) => service === name));
  const place = new Place(settings);
  return [
    {
      iri: place.part('catalogue'),
      type: 'dcat:Catalog',
      properties: [
        ['dcterms:title', both(TITLE)],
        ['dcterms:description', both(DESCRIPTION)],
        ['dcterms:publisher', [place.publisher]],
        ['dcterms:license', [iri(licence)]],
        ['dcterms:language', LANGUAGES],
        ['dcterms:spatial', [iri(BLEKINGE)]],
        ['foaf:homepage', [iri(`${publicUrl}/`)]],
        ['dcat:themeTaxonomy', [iri(`${EU}/data-theme`)]],
        ['dcat:dataset', datasets.map(({ name }) => iri(place.dataset(name)))],
        ['dcat:service', services.map(({ name }) => iri(place.service(name)))],
      ],
    },
    ...datasets.flatMap(dataset => [
      datasetOf(dataset, place),
      ...dataset.forms.map(form => formOf(dataset, form, place)),
    ]),
    ...services.map(service => serviceOf(service, datasets, place)),
    {
      iri: place.publisher.iri,
      type: 'foaf:Agent',
      properties: [
        ['foaf:name', [{ text: publisher.name, language: 'sv' }]],
        ['dcterms:type', [iri(`http://purl.org/adms/publishertype/${publisher.type}`)]],
        ['dcterms:identifier', publisher.number ? [{ text: publisher.number }] : []],
      ],
    },
    {
      iri: place.part('contact'),
      type: 'vcard:Organization',
      properties: [
        ['vcard:fn', [{ text: publisher.name }]],
        ['vcard:hasEmail', [iri(`mailto:${encodeURI(publisher.contact)}`)]],
      ],
    },
    ...known(BLEKINGE, 'dcterms:Location', [['rdfs:label', both({ sv: 'Blekinge län', en: 'Blekinge County' })]]),
    ...known(licence, 'dcterms:LicenseDocument'),
    ...known(`${publicUrl}/`, 'foaf:Document'),
  ];
}

/** The datasets that are said to be open, with the ways to them that there are. */
function openIn({ datasets, hasApi }: DcatSettings): OpenDataset[] {
  return DATASETS.filter(({ name }) => datasets.includes(name)).map((dataset: OpenDataset) => ({
    ...dataset,
    forms: dataset.forms.filter(({ service }) => hasApi || service !== 'graphql'),
  }));
}

/** Something that others have named, and what it is. */
function known(address: string, type: Term, properties: RdfResource['properties'] = []): RdfResource[] {
  return [{ iri: address, type, properties }];
}

const formsOf = (datasets: readonly OpenDataset[]): OpenForm[] => datasets.flatMap(({ forms }) => forms);

/** What things are called here. */
class Place {
  readonly publisher: { readonly iri: string };

  constructor(private readonly settings: DcatSettings) {
    const { number } = settings.publisher;
    // As Sveriges dataportal knows one publisher in many catalogues.
    const registered = number && `http://dataportal.se/organisation/SE${number.replace('-', '')}`;
    this.publisher = { iri: registered || this.part('publisher') };
  }

  get licence(): RdfValue {
    return iri(this.settings.licence);
  }

  address(path: string): string {
    return `${this.settings.publicUrl}${path}`;
  }

  part(name: string): string {
    return this.address(`/dcat#${name}`);
  }

  dataset(name: string): string {
    return this.part(`dataset-${name}`);
  }

  service(name: string): string {
    return this.part(`service-${name}`);
  }

  form(dataset: string, { path }: OpenForm): string {
    return this.part(`distribution-${dataset}-${path.slice(1).replace(/[^a-z]+/g, '-')}`);
  }
}

function datasetOf(
  { name, title, description, keywords, themes, page, forms }: OpenDataset,
  place: Place,
): RdfResource {
  return {
    iri: place.dataset(name),
    type: 'dcat:Dataset',
    properties: [
      ['dcterms:title', both(title)],
      ['dcterms:description', both(description)],
      ['dcterms:publisher', [place.publisher]],
      ['dcat:contactPoint', [iri(place.part('contact'))]],
      [
        'dcat:keyword',
        (['sv', 'en'] as const).flatMap(language => keywords[language].map(text => ({ text, language }))),
      ],
      ['dcat:theme', themes.map(theme => iri(`${EU}/data-theme/${theme}`))],
      ['dcterms:spatial', [iri(BLEKINGE)]],
      ['dcterms:language', LANGUAGES],
      ['dcterms:accrualPeriodicity', [iri(`${EU}/frequency/UPDATE_CONT`)]],
      ['dcterms:accessRights', [iri(`${EU}/access-right/PUBLIC`)]],
      ['dcat:landingPage', [iri(place.address(page))]],
      ['dcat:distribution', forms.map(form => iri(place.form(name, form)))],
    ],
  };
}

function formOf({ name, title }: OpenDataset, form: OpenForm, place: Place): RdfResource {
  const { path, page = path, mediaType, description, service } = form;
  const address = iri(place.address(path));
  return {
    iri: place.form(name, form),
    type: 'dcat:Distribution',
    properties: [
      ['dcterms:title', both(title)],
      ['dcterms:description', both(description)],
      ['dcat:accessURL', [iri(place.address(page))]],
      ['dcat:downloadURL', service ? [] : [address]],
      ['dcat:accessService', service ? [iri(place.service(service))] : []],
      // The Swedish profile writes the media type itself, the European one leads to it.
      ['dcterms:format', [{ text: mediaType }]],
      ['dcat:mediaType', [iri(`http://www.iana.org/assignments/media-types/${mediaType}`)]],
      ['dcterms:license', [place.licence]],
      ['dcatap:availability', [iri(`${EU}/planned-availability/AVAILABLE`)]],
    ],
  };
}

function serviceOf({ name, path, title, description }: OpenService, datasets: readonly OpenDataset[], place: Place) {
  const served = datasets.filter(({ forms }) => forms.some(form => form.service === name));
  const address = description.startsWith('/') ? place.address(description) : description;
  return {
    iri: place.service(name),
    type: 'dcat:DataService',
    properties: [
      ['dcterms:title', both(title)],
      ['dcat:endpointURL', [iri(place.address(path))]],
      ['dcat:endpointDescription', [iri(address)]],
      ['dcterms:publisher', [place.publisher]],
      ['dcat:contactPoint', [iri(place.part('contact'))]],
      ['dcterms:format', [{ text: 'application/json' }]],
      ['dcterms:license', [place.licence]],
      ['dcterms:accessRights', [iri(`${EU}/access-right/PUBLIC`)]],
      ['dcat:keyword', both({ sv: 'grön omställning', en: 'green transition' })],
      ['dcat:servesDataset', served.map(dataset => iri(place.dataset(dataset.name)))],
    ],
  } satisfies RdfResource;
}
