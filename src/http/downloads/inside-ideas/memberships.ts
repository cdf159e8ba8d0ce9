import { SECTOR_NAMES } from '../../../partners/sector-names.js';
import { LETTER_NAMES, ROLE_NAMES } from '../../../ideas/exchange/reading/idea-words.js';
import { column, inWords, moment, WIDTH } from '../../../tables/exported-columns.js';
import { insideIdeas, money } from './inside-ideas.js';

/** Current members of consortia. */
export const MEMBERSHIPS = insideIdeas(
  'consortium { memberships { partner { slug name sector country } role joinedAt letterOfIntent commitment { amount currency } } }',
  ({ consortium }) => consortium.memberships,
  [
    column('partner', 'Partnerns kortnamn', 'Short name of the partner', WIDTH.name, ({ partner }) => partner.slug),
    column('partnerName', 'Partner', 'Partner', WIDTH.name, ({ partner }) => partner.name),
    inWords(
      column('sector', 'Sektor', 'Sector', WIDTH.word, ({ partner }) => partner.sector),
      SECTOR_NAMES,
    ),
    column('country', 'Land', 'Country', WIDTH.number, ({ partner }) => partner.country),
    inWords(
      column('role', 'Roll', 'Role', WIDTH.word, ({ role }) => role),
      ROLE_NAMES,
    ),
    column('joinedAt', 'Med sedan', 'Joined', WIDTH.moment, ({ joinedAt }) => moment(joinedAt)),
    inWords(
      column('letterOfIntent', 'Avsiktsförklaring', 'Letter of intent', WIDTH.word, member => member.letterOfIntent),
      LETTER_NAMES,
    ),
    ...money('commitment', 'Åtagande', 'Commitment'),
  ],
);
