import type { ApolloServerPlugin } from '@apollo/server';
import { OperationTypeNode } from 'graphql';
import { readyAnswer } from '../../../reading/ready-answer.js';
import { now } from '../../../shared/time/clock.js';
import type { AdmittedContext } from '../operation-admission.js';
import type { Metrics } from '../../operation/metrics.js';
import { Json } from './json.js';
import type { KeptAnswers } from './kept-answers.js';

/**
 * Answers queries without executing them where that gives the same: with an answer that is kept from before, or with
 * the text of the statements where no code has a say in it. All others the executor answers.
 */
export function answers(kept: KeptAnswers | null, metrics: Metrics): ApolloServerPlugin<AdmittedContext> {
  const counter = metrics.counter('graphql_answers_total', 'Answers to queries, by where they came from.', ['from']);
  return {
    async requestDidStart() {
      let toKeep: { key: string; since: Date } | null = null;
      return {
        async responseForOperation({ operation, contextValue, ...answered }) {
          // Whatever its type says, there is none where a document has several and none of them is named.
          if (operation?.operation !== OperationTypeNode.QUERY) return null;
          const { schema, response } = answered;
          const { viewer, locale, admitted, grounds } = contextValue;
          const { weighed, caller, early } = admitted;
          const key = kept?.keyOf({ weighed, viewer, locale });
          const known = key ? kept!.find(key, caller.revision) : null;
          if (key && known === null) toKeep = { key, since: early?.since ?? now() };
          const text = known ?? (await (early?.text ?? readyAnswer({ schema, ...weighed }, contextValue.inText())));
          Object.assign(grounds, early?.grounds);
          counter.inc({ from: known ? 'kept' : text === null ? 'executor' : 'statement' });
          return text === null ? null : { http: response.http, body: bodyOf(text) };
        },
        async willSendResponse({ contextValue, response: { body } }) {
          if (!kept || !toKeep || body.kind !== 'single') return;
          const { data, errors } = body.singleResult;
          if (!data || errors || contextValue.grounds.unlogged || !kept.isRepeated(toKeep.key)) return;
          const text = textOf(data);
          body.singleResult.data = new Json(text) as never;
          const made = {
            revision: contextValue.admitted.caller.revision,
            since: toKeep.since,
            clock: contextValue.grounds.clock,
          };
          // Beside the answer: it must not slow it, nor fail it.
          kept.keep(toKeep.key, text, made).catch(() => undefined);
        },
      };
    },
  };
}

function bodyOf(text: string) {
  return { kind: 'single' as const, singleResult: { data: new Json(text) as never } };
}

function textOf(data: unknown): string {
  return data instanceof Json ? data.text : JSON.stringify(data);
}
