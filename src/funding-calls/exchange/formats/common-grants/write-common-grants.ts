import { TypeID } from 'typeid-js';
import type { Instant } from '../../../../shared/time/instant.js';
import { inLocale, type Locale } from '../../../../shared/text/localized-text.js';
import type { Amount } from '../../../../shared/money.js';
import { uriOf } from '../../../../shared/values/exact-values.js';
import type { CallStatus } from '../../../call-status.js';
import { OWN_REGISTRY } from './common-grants-identifiers.js';
import { dayAndTimeIn } from '../../../../shared/time/local-time.js';
import { type CustomField, customFieldsOf } from './common-grants-fields.js';
import type { ExportedCall } from '../../exported-call.js';

/** An event of CommonGrants; its time has no zone, and ours is UTC. */
export type OpportunityEvent =
  | { name: string; eventType: 'singleDate'; date: string; time?: string; description?: string }
  | { name: string; eventType: 'other'; details: string; description?: string };

/** An identifier of CommonGrants 0.5, with the registry that it stands in. */
interface Identifier {
  registry: { code: string };
  id: string;
}

/** OpportunityBase of CommonGrants 0.5 (https://commongrants.org). */
export interface Opportunity {
  id: string;
  identifiers: { systemId: Identifier; otherIds: Record<string, Identifier> };
  title: string;
  description: string;
  status: { value: 'forecasted' | 'open' | 'closed' | 'custom'; customValue?: string; description?: string };
  funding?: { totalAmountAvailable?: Amount; minAwardAmount?: Amount; maxAwardAmount?: Amount };
  keyDates?: {
    postDate?: OpportunityEvent;
    closeDate?: OpportunityEvent;
    otherDates?: Record<string, OpportunityEvent>;
  };
  source?: string;
  customFields: Record<string, CustomField>;
  createdAt: string;
  lastModifiedAt: string;
}

/** The registry of this service's own ids. */
const SYSTEM_REGISTRY = 'opp:kickstart-s3:system';

const STATUS: Readonly<Record<CallStatus, Opportunity['status']>> = {
  DRAFT: { value: 'custom', customValue: 'draft' },
  FORTHCOMING: { value: 'forecasted' },
  OPEN: { value: 'open' },
  CLOSED: { value: 'closed' },
  CANCELLED: { value: 'custom', customValue: 'cancelled', description: 'The call was called off for good.' },
};

/** Our call as an opportunity of CommonGrants, in one language; custom fields hold what the standard has no place for. */
export function toCommonGrants(call: ExportedCall, locale: Locale = 'EN'): Opportunity {
  const funding = fundingOf(call);
  const keyDates = keyDatesOf(call);
  return {
    id: opportunityId(call.id),
    identifiers: identifiersOf(call),
    title: inLocale(call.title, locale),
    description: call.summary ? inLocale(call.summary, locale) : '',
    status: STATUS[call.status],
    ...(Object.keys(funding).length > 0 && { funding }),
    ...(Object.keys(keyDates).length > 0 && { keyDates }),
    ...(call.url && { source: uriOf(call.url) }),
    customFields: customFieldsOf(call),
    createdAt: isoOf(call.createdAt),
    lastModifiedAt: isoOf(call.updatedAt),
  };
}

/** The protocol's word for a status. */
export function statusValue(status: CallStatus): Opportunity['status']['value'] {
  return STATUS[status].value;
}

function identifiersOf({ id, identifier }: ExportedCall): Opportunity['identifiers'] {
  return {
    systemId: { registry: { code: SYSTEM_REGISTRY }, id: opportunityId(id) },
    otherIds: { [OWN_REGISTRY]: { registry: { code: OWN_REGISTRY }, id: identifier } },
  };
}

/** The UUID inside a call's TypeID. */
export function opportunityId(callId: string): string {
  return TypeID.fromString(callId, 'call').toUUID();
}

/** The TypeID of the call that an opportunity's UUID stands for, or null for anything that isn't a UUID. */
export function callIdOf(opportunity: string): string | null {
  if (!/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(opportunity)) return null;
  return TypeID.fromUUID('call', opportunity.toLowerCase()).toString();
}

function fundingOf({ budget, grantMin, grantMax }: ExportedCall): NonNullable<Opportunity['funding']> {
  return {
    ...(budget && { totalAmountAvailable: moneyOf(budget) }),
    ...(grantMin && { minAwardAmount: moneyOf(grantMin) }),
    ...(grantMax && { maxAwardAmount: moneyOf(grantMax) }),
  };
}

function moneyOf({ amount, currency }: Amount): Amount {
  return { amount, currency };
}

/** The last deadline closes the opportunity; those before it are other dates, deadline1, deadline2, … */
function keyDatesOf(call: ExportedCall): NonNullable<Opportunity['keyDates']> {
  const deadlines = [...call.deadlines].sort((a, b) => isoOf(a.at).localeCompare(isoOf(b.at)));
  const last = deadlines.pop();
  const others = deadlines.map((deadline, place) => [`deadline${place + 1}`, deadlineEvent(deadline)] as const);
  const closing = call.deadlineModel === 'CONTINUOUS' ? CONTINUOUS : last && deadlineEvent(last);
  return {
    ...(call.opensAt && { postDate: openingEvent(call.opensAt) }),
    ...(closing && { closeDate: closing }),
    ...(others.length > 0 && { otherDates: Object.fromEntries(others) }),
  };
}

const CONTINUOUS: OpportunityEvent = { name: 'Deadline', eventType: 'other', details: 'Continuous' };

function deadlineEvent({ at, label }: ExportedCall['deadlines'][number]): OpportunityEvent {
  return dateEvent(label || 'Deadline', at);
}

/** A Swedish midnight stands for its day: in UTC it would be the evening before. */
function openingEvent(at: Instant): OpportunityEvent {
  const [date, time] = dayAndTimeIn('Europe/Stockholm', new Date(at));
  return time === '00:00:00' ? { name: 'Opens', eventType: 'singleDate', date } : dateEvent('Opens', at);
}

function dateEvent(name: string, at: Instant): OpportunityEvent {
  const iso = isoOf(at);
  return { name, eventType: 'singleDate', date: iso.slice(0, 10), time: iso.slice(11, 19), description: 'UTC' };
}

function isoOf(at: Instant): string {
  return new Date(at).toISOString();
}
