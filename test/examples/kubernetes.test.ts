import { existsSync, readFileSync } from 'node:fs';
import { Deployment } from 'kubernetes-models/apps/v1';
import { CronJob } from 'kubernetes-models/batch/v1';
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1';
import { ConfigMap, Secret, Service } from 'kubernetes-models/v1';
import { parseAllDocuments } from 'yaml';
import { readConfig } from '../../src/config.js';

const KINDS = { Secret, ConfigMap, Deployment, PodDisruptionBudget, Service, CronJob };

interface Manifest {
  readonly kind: keyof typeof KINDS;
  readonly [field: string]: any;
}

const ROOT = new URL('../../', import.meta.url);
const text = readFileSync(new URL('examples/kubernetes/kickstart-s3.yaml', ROOT), 'utf8');
const manifests = parseAllDocuments(text).map(document => document.toJS() as Manifest);
const one = (kind: keyof typeof KINDS) => manifests.find(manifest => manifest.kind === kind)!;
const containers = () => [
  ...one('Deployment').spec.template.spec.containers,
  ...one('CronJob').spec.jobTemplate.spec.template.spec.containers,
];

it.each(manifests.map(manifest => [manifest.kind, manifest] as const))(
  'a %s is as the schema of Kubernetes has it',
  (kind, manifest) => {
    const made = new KINDS[kind](manifest as never);
    expect(made.validate()).toBeUndefined();
  },
);

it('the schema of Kubernetes refuses what it does not have', () => {
  const { spec, ...rest } = one('Deployment');
  expect(() => new Deployment({ ...rest, spec: { ...spec, replicas: 'two' } }).validate()).toThrow();
});

it('the service starts with these settings, in production', () => {
  const settings = { ...one('Secret').stringData, ...one('ConfigMap').data, NODE_ENV: 'production' };
  expect(readConfig(settings)).toMatchObject({ production: true, seed: 'reference', publisher: expect.anything() });
});

it('every container runs as nobody in particular, on a file system it cannot write to, with programs that there are', () => {
  for (const { securityContext, command = [], envFrom } of containers()) {
    expect(securityContext).toMatchObject({ readOnlyRootFilesystem: true, allowPrivilegeEscalation: false });
    expect(envFrom).toHaveLength(2);
    for (const program of command.filter((word: string) => word.startsWith('dist/')))
      expect(existsSync(new URL(program, ROOT))).toBe(true);
  }
});

it('what selects the copies names what they are labelled with', () => {
  const { labels } = one('Deployment').spec.template.metadata;
  const selectors = [
    one('Deployment').spec.selector.matchLabels,
    one('PodDisruptionBudget').spec.selector.matchLabels,
    one('Service').spec.selector,
  ];
  for (const selector of selectors) expect(selector).toEqual(labels);
});
