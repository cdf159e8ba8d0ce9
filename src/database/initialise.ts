// Makes a folder an empty embedded database, in a process of its own (see open.ts).
import { createEmbedded } from './embedded/create-embedded.js';

const database = await createEmbedded(process.argv[2]);
await database.close();
