import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string) => readFileSync(`${root}/${path}`, 'utf8');
const own = JSON.parse(read('package.json')) as {
  version: string;
  license: string;
  dependencies: Record<string, string>;
};
const described = parseYaml(read('publiccode.yml')) as {
  softwareVersion: string;
  releaseDate: string;
  legal: { license: string };
  description: Record<string, unknown>;
};

/** The mandatory keys and closed lists of publiccode.yml 0.5 (https://yml.publiccode.tools), of what is used here. */
const text = { type: 'string', minLength: 1 };
const some = { type: 'array', items: text, minItems: 1 };
const among = (...values: string[]) => ({ ...some, items: { enum: values }, uniqueItems: true });
const language = {
  type: 'object',
  required: ['shortDescription', 'longDescription', 'features'],
  properties: {
    shortDescription: { type: 'string', maxLength: 150, pattern: '^[^\\n]+$' },
    longDescription: { type: 'string', minLength: 150, maxLength: 10_000 },
    features: some,
  },
};
const PUBLIC_CODE = {
  type: 'object',
  required: [
    ...['publiccodeYmlVersion', 'name', 'url', 'platforms', 'categories', 'developmentStatus', 'softwareType'],
    ...['description', 'legal', 'maintenance', 'localisation', 'softwareVersion', 'releaseDate'],
  ],
  properties: {
    publiccodeYmlVersion: { const: '0.5' },
    url: { type: 'string', pattern: '^https://' },
    releaseDate: { type: 'string', format: 'date' },
    platforms: among('web', 'windows', 'mac', 'linux', 'ios', 'android'),
    categories: among('project-management', 'grant-management', 'collaboration', 'data-visualization'),
    developmentStatus: { enum: ['concept', 'development', 'beta', 'stable', 'obsolete'] },
    softwareType: { enum: ['standalone/web', 'standalone/backend'] },
    intendedAudience: {
      properties: {
        scope: among('environment', 'finance-and-economic-development', 'local-authorities', 'research'),
        countries: { ...some, items: { pattern: '^[A-Z]{2}$' } },
      },
    },
    description: { type: 'object', minProperties: 1, additionalProperties: language },
    legal: { type: 'object', required: ['license'] },
    maintenance: { type: 'object', required: ['type', 'contacts'] },
    localisation: {
      type: 'object',
      required: ['localisationReady', 'availableLanguages'],
      properties: { availableLanguages: some },
    },
    dependsOn: { properties: { open: { type: 'array', items: { required: ['name'] } } } },
  },
};

describe('publiccode.yml', () => {
  it('says what the standard asks for, in both languages', () => {
    const check = formats.default(new Ajv({ allErrors: true, strict: false })).compile(PUBLIC_CODE);
    check(described);
    expect(check.errors).toBeNull();
    expect(Object.keys(described.description).sort()).toEqual(['en', 'sv']);
  });

  it('names the version and the licence that the package has', () => {
    expect([described.softwareVersion, described.legal.license]).toEqual([own.version, own.license]);
  });
});

it('CHANGELOG.md tells first of the version that the package has, and of the day that publiccode.yml says', () => {
  const [, version, day] = /^## (\d\S*) - (\S+)$/m.exec(read('CHANGELOG.md')) ?? [];
  expect([version, day]).toEqual([own.version, described.releaseDate]);
});

it('the images of the examples are tagged with the version that the package has', () => {
  const files = ['examples/kubernetes/kickstart-s3.yaml', 'examples/kubernetes/README.md'].map(read);
  const tags = files.join().match(/(?<=\/kickstart-s3:)\S+?(?=[\s`])/g);
  expect(tags).toEqual([own.version, own.version, own.version]);
});

describe('licences of the files, by REUSE 3.3', () => {
  const { annotations } = parseToml(read('REUSE.toml')) as {
    annotations: (Record<string, string> & { path: string | string[] })[];
  };
  const named = (licence: string) => licence.split(/ (?:AND|OR|WITH) |[()]/).filter(Boolean);

  it('are told for every file, with who holds the right', () => {
    expect(annotations[0]).toMatchObject({ path: '**', 'SPDX-License-Identifier': own.license });
    for (const each of annotations) expect(each['SPDX-FileCopyrightText']).toMatch(/^\d{4} \S/);
  });

  it('name files that there are', () => {
    const paths = annotations.slice(1).flatMap(({ path }) => path);
    expect(paths.filter(path => !existsSync(`${root}/${path}`))).toEqual([]);
  });

  it('stand in LICENSES in full, and none that no file has', () => {
    const used = new Set(annotations.flatMap(each => named(each['SPDX-License-Identifier']!)));
    expect(readdirSync(`${root}/LICENSES`).sort()).toEqual([...used].map(each => `${each}.txt`).sort());
    expect(read('LICENSE')).toBe(read(`LICENSES/${own.license}.txt`));
  });
});

it('the bill of materials is CycloneDX, and lists every direct dependency in its version', async () => {
  const bill = execFileSync('npm', ['run', '-s', 'sbom'], { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 });
  expect(await new Validation.JsonValidator(Spec.Version.v1dot6).validate(bill)).toBeNull();
  const { components } = JSON.parse(bill) as { components: { purl: string }[] };
  const listed = components.map(({ purl }) => purl);
  for (const [name, version] of Object.entries(own.dependencies))
    expect(listed).toContain(`pkg:npm/${name.replace('@', '%40')}@${version}`);
});
