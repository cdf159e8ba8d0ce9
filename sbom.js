// Prints the bill of materials of what runs, as CycloneDX 1.6: each package of package-lock.json that is neither for
// development alone nor optional, with its licence and the digest it is installed by. (`npm sbom --omit=dev` of npm 11 leaves
// out what both development and the service ask for.)
import { readFileSync } from 'node:fs';
import { Utils } from '@cyclonedx/cyclonedx-library/Contrib/Bom';
import { Builders, Factories } from '@cyclonedx/cyclonedx-library/Contrib/FromNodePackageJson';
import { Factories as Licences } from '@cyclonedx/cyclonedx-library/Contrib/License';
import { ComponentType, HashAlgorithm } from '@cyclonedx/cyclonedx-library/Enums';
import { Bom } from '@cyclonedx/cyclonedx-library/Models';
import { JSON as Json, JsonSerializer } from '@cyclonedx/cyclonedx-library/Serialize';
import { Spec1dot6 } from '@cyclonedx/cyclonedx-library/Spec';

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const builder = new Builders.ComponentBuilder(new Factories.ExternalReferenceFactory(), new Licences.LicenseFactory());

/** A package in the words of the standard; where it lies says its name, unless it goes by another. */
function component([path, { name = path.replace(/^.*node_modules\//, ''), version, license, integrity }]) {
  const made = builder.makeComponent({ name, version, license }, ComponentType.Library);
  made.bomRef.value = `${path} ${version}`;
  made.purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
  if (integrity?.startsWith('sha512-'))
    made.hashes.set(HashAlgorithm['SHA-512'], Buffer.from(integrity.slice(7), 'base64').toString('hex'));
  return made;
}

const bill = new Bom({ serialNumber: Utils.randomSerialNumber() });
bill.metadata.timestamp = new Date();
bill.metadata.component = builder.makeComponent(packages[''], ComponentType.Application);
for (const entry of Object.entries(packages))
  if (entry[0] !== '' && !entry[1].dev && !entry[1].optional) bill.components.add(component(entry));
console.log(new JsonSerializer(new Json.Normalize.Factory(Spec1dot6)).serialize(bill, { sortLists: true, space: 2 }));
