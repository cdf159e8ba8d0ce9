import { dirname, relative, resolve } from 'node:path';

/**
 * Who may import whom: a room imports those on the floors below its own, and its neighbours on the floor, where each
 * noun knows the others. Rooms of one line know nothing of each other. `*.resolver.ts` are doors: schema.ts alone
 * imports them, and they take the request's context, as a type, from a floor above.
 */
export const FLOORS = [
  { rooms: ['main', 'commands'] },
  { rooms: ['open'] },
  { rooms: ['config', 'http', 'seed'], neighbours: true },
  { rooms: ['api', 'nouns', 'registries', 'schema', 'ending', 'node-version', 'fit-node'], neighbours: true },
  { rooms: ['context', 'constraints'], neighbours: true },
  { rooms: ['mails'] },
  { rooms: ['agenda'] },
  { rooms: ['matching', 'pipeline'] },
  {
    rooms: [
      ...[
        'access',
        'activity',
        'applications',
        'consortia',
        'focus-areas',
        'funding-calls',
        'ideas',
        'imports',
        'joining',
        'links',
        'merging',
        'notices',
      ],
      ...['partners', 'programmes', 'projects', 'status-updates', 'webhooks'],
    ],
    neighbours: true,
  },
  { rooms: ['reading'] },
  { rooms: ['database', 'tables'] },
  { rooms: ['shared'] },
];

/** Doors, and what several doors of a room share. */
const DOORS = /\.resolver\.ts$|-input\.ts$|\/(following|load-inside|import-table)\.ts$/;

const SOURCE = resolve(import.meta.dirname, '../src');
const roomOf = file =>
  relative(SOURCE, file)
    .split('/')[0]
    .replace(/\.[jt]s$/, '');
const floorOf = room => FLOORS.findIndex(({ rooms }) => rooms.includes(room));

function isAllowed(from, to) {
  const [own, other] = [floorOf(from), floorOf(to)];
  return from === to || other > own || (other === own && (FLOORS[own].neighbours ?? false));
}

const messages = {
  room: '{{from}} does not import {{to}}: lint/rooms.js says who does.',
  unknown: '{{from}} has no place in lint/rooms.js.',
  door: 'Only schema.ts imports doors.',
};

/** Holds the imports of src/ against the floors. */
export const rooms = {
  meta: { type: 'problem', schema: [], messages },
  create({ filename, report }) {
    const from = roomOf(filename);
    const isDoor = DOORS.test(filename);
    const look = node => {
      if (!node.source?.value.startsWith('.')) return;
      const file = resolve(dirname(filename), node.source.value);
      const to = roomOf(file);
      const isType = node.importKind === 'type' || node.exportKind === 'type';
      if (file.endsWith('.resolver.js') && from !== 'schema') report({ node, messageId: 'door' });
      if (isDoor && to === 'context' && isType) return;
      if (!isAllowed(from, to)) report({ node, messageId: 'room', data: { from, to } });
    };
    return {
      Program(node) {
        if (floorOf(from) === -1) report({ node, messageId: 'unknown', data: { from } });
      },
      ImportDeclaration: look,
      ExportNamedDeclaration: look,
      ExportAllDeclaration: look,
    };
  },
};
