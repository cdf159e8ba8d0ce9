import type { RequirementCode } from '../../gql/graphql';
import { NextStep } from '../../moves/next-step';
import type { ShownIdea } from '../idea-page';
import { BrokenRules } from './broken-rules';
import { CallsToApplyTo } from './calls-to-apply-to';
import { LettersLeft } from './letters-left';

/** What can be done about a requirement, right there where there is room for it; else the way to where it is done. */
export function Remedy({ code, idea }: { code: RequirementCode; idea: ShownIdea }) {
  if (code === 'LETTERS_OF_INTENT' && idea.consortium.memberships.length > 0) return <LettersLeft idea={idea} />;
  if (code === 'CALL_TARGETED') return <CallsToApplyTo idea={idea} />;
  if (code === 'CALL_RULES_MET') return <BrokenRules idea={idea} />;
  return <NextStep code={code} idea={idea} />;
}
