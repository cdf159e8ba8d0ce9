import { readFileSync } from 'node:fs';
import { inProject } from '../in-project.js';

/** The version that runs, as package.json has it and nothing else. https://semver.org/ */
export const { version: VERSION } = JSON.parse(readFileSync(inProject('package.json'), 'utf8')) as { version: string };
