import { isOpenOrForthcoming, takesApplications } from '../funding-calls/call-clock.js';
import { callRuleChecks } from '../funding-calls/call-rules.js';
import type { ApplicationFacts, Finding, GateFacts, TargetedCall } from '../ideas/gates/gate-facts.js';
import type { Instant } from '../shared/time/instant.js';
import { type Bilingual, joined, listed, alikeInBoth } from '../shared/text/wording.js';
import { isLive } from './application-path.js';

/**
 * The calls that the idea aims at: those of its live applications that are open or will be. Once the first stage of two
 * has closed, only what was submitted in it counts.
 */
export function targetedCalls(applications: readonly ApplicationFacts[], at: Instant): TargetedCall[] {
  return applications.filter(isLive).flatMap(({ status, call }) => {
    const isTargeted = status === 'DRAFT' ? takesApplications(call, at) : isOpenOrForthcoming(call, at);
    return isTargeted ? [call] : [];
  });
}

/** There is a live application to a call that is open or forthcoming. */
export function callTargeted({ applications }: GateFacts, at: Instant): Finding {
  const calls = targetedCalls(applications, at);
  return {
    met: calls.length > 0,
    message: calls.length > 0 ? aimsAt(calls) : aimsAtNone(applications.filter(isLive), at),
    actual: String(calls.length),
    required: '1',
  };
}

function aimsAt(calls: readonly TargetedCall[]): Bilingual {
  const names = identifiers(calls);
  return { sv: `Ansökan riktas till ${names.sv}.`, en: `An application aims at ${names.en}.` };
}

function aimsAtNone(live: readonly ApplicationFacts[], at: Instant): Bilingual {
  if (live.length === 0) {
    return {
      sv: 'Börja en ansökan till en utlysning som är öppen eller kommande.',
      en: 'Start an application to a call that is open or forthcoming.',
    };
  }
  const late = live.filter(({ call }) => isOpenOrForthcoming(call, at));
  const names = identifiers((late.length > 0 ? late : live).map(({ call }) => call));
  if (late.length > 0) {
    return {
      sv: `Första steget har stängt: ${names.sv}. Välj en annan utlysning.`,
      en: `The first stage has closed: ${names.en}. Choose another call.`,
    };
  }
  return {
    sv: `Varken öppen eller kommande: ${names.sv}. Välj en annan utlysning.`,
    en: `Neither open nor forthcoming: ${names.en}. Choose another call.`,
  };
}

/** The consortium keeps every rule of at least one targeted call; members are counted as in ENOUGH_PARTNERS. */
export function callRulesMet(facts: GateFacts, at: Instant): Finding {
  const calls = targetedCalls(facts.applications, at).map(call => ({ call, broken: brokenRules(call, facts) }));
  const suited = calls.filter(({ broken }) => broken.length === 0).map(({ call }) => call);
  return {
    met: suited.length > 0,
    message: suited.length > 0 ? rulesKept(suited) : rulesBroken(calls),
    actual: String(suited.length),
    required: '1',
  };
}

function brokenRules(call: TargetedCall, facts: GateFacts): Bilingual[] {
  return callRuleChecks(call, facts).flatMap(({ met, message }) => (met ? [] : [message]));
}

function rulesKept(calls: readonly TargetedCall[]): Bilingual {
  const names = identifiers(calls);
  return { sv: `Reglerna uppfylls för ${names.sv}.`, en: `The rules are met for ${names.en}.` };
}

function rulesBroken(calls: readonly { call: TargetedCall; broken: readonly Bilingual[] }[]): Bilingual {
  if (calls.length === 0) {
    return {
      sv: 'Ingen öppen eller kommande utlysning är vald, så inga regler kan prövas.',
      en: 'No open or forthcoming call is targeted, so there are no rules to test.',
    };
  }
  return joined(
    calls.map(({ call, broken }) => joined([alikeInBoth(`${call.identifier}:`), ...broken], ' ')),
    ' · ',
  );
}

/** At least one application is granted. */
export function applicationGranted({ applications }: GateFacts): Finding {
  const granted = applications.filter(({ status }) => status === 'GRANTED');
  const names = identifiers(granted.map(({ call }) => call));
  return {
    met: granted.length > 0,
    message:
      granted.length > 0
        ? { sv: `Beviljad: ${names.sv}.`, en: `Granted: ${names.en}.` }
        : { sv: 'Ingen ansökan är beviljad.', en: 'No application is granted.' },
    actual: String(granted.length),
    required: '1',
  };
}

function identifiers(calls: readonly TargetedCall[]): Bilingual {
  return listed([...new Set(calls.map(({ identifier }) => identifier))].map(alikeInBoth));
}
