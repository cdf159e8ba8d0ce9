import type { SaidActivityFragment } from '../../gql/graphql';

/** What an activity is about: its name, and where it has a page of its own. */
export interface Subject {
  name: string;
  href?: string;
}

/** The subject, where it adds to the kind and the idea, and the reader may see it. */
export function subjectOf({ subject }: Pick<SaidActivityFragment, 'subject'>): Subject | undefined {
  switch (subject?.__typename) {
    case 'Membership':
    case 'JoinRequest':
      return { name: subject.partner.name };
    case 'Application':
      return { name: subject.call.title };
    case 'Milestone':
    case 'Outcome':
    case 'Link':
      return { name: subject.title };
    case 'Indicator':
      return { name: `${subject.name} (${subject.unit})` };
    case 'FundingCall':
      return { name: subject.title, href: `/calls/${encodeURIComponent(subject.identifier)}` };
    case 'Partner':
      return { name: subject.name, href: `/partners/${subject.slug}` };
    case 'FocusArea':
    case 'Programme':
      return { name: subject.name };
    default:
      return undefined;
  }
}
