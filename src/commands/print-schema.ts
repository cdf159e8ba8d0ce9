import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { printSchema } from 'graphql';
import { buildApiSchema } from '../schema.js';

const NOTE = '# Made from the code by `npm run schema`. Do not edit.\n\n';
writeFileSync(new URL('../../schema/schema.graphql', import.meta.url), `${NOTE}${printSchema(buildApiSchema())}\n`);
