import { useState } from 'react';
import { useQuery } from 'urql';
import {
  PipelineGroupsDocument,
  type IdeaFilter,
  type PipelineGrouping,
  type PipelineGroupsQuery,
} from '../../gql/graphql';
import { STAGE } from '../../language/domain-words';
import { useFormat } from '../../language/format';
import { useLocale, useSay, useWords } from '../../language/language';
import { PATH } from '../../moves/move';
import { Answered, Empty } from '../../parts/states';
import { Bar } from '../chart/bar';
import { Chart } from '../chart/chart';
import { pipelineWords } from '../words';
import { GROUPING, resultsWords } from './words';

type Group = PipelineGroupsQuery['pipeline']['groups'][number];
type Amounts = Group['requested'];

const GROUPINGS = Object.keys(GROUPING) as PipelineGrouping[];

/** The same ideas by what they have in common, as whoever looks chooses. */
export function Groups({ filter }: { filter: IdeaFilter | undefined }) {
  const t = useWords(resultsWords);
  const say = useSay();
  const locale = useLocale();
  const [by, setBy] = useState<PipelineGrouping>('OWNER');
  const [answer, again] = useQuery({ query: PipelineGroupsDocument, variables: { filter, by, locale } });
  return (
    <div className="groups">
      <label className="choice">
        <span>{t.groupBy}</span>
        <select value={by} onChange={event => setBy(event.target.value as PipelineGrouping)}>
          {GROUPINGS.map(each => (
            <option key={each} value={each}>
              {say(GROUPING, each)}
            </option>
          ))}
        </select>
      </label>
      <Answered answer={answer} again={() => again({ requestPolicy: 'network-only' })} lines={4}>
        {({ pipeline }) => <GroupsChart groups={pipeline.groups} />}
      </Answered>
    </div>
  );
}

function GroupsChart({ groups }: { groups: readonly Group[] }) {
  const t = useWords(resultsWords);
  const more = useWords(pipelineWords);
  const say = useSay();
  const columns = [t.group, t.ideas, ...PATH.map(stage => say(STAGE, stage)), more.medianDays];
  const figures = {
    columns: [...columns, more.requested, more.granted, t.delivered],
    rows: groups.map(group => [
      group.name,
      group.count,
      ...group.stages.map(({ count }) => count),
      group.medianDaysInStage ?? null,
      exactly(group.requested),
      exactly(group.granted),
      group.outcomesDelivered,
    ]),
  };
  const most = Math.max(1, ...groups.map(({ count }) => count));
  return (
    <Chart title={t.groups} about={t.groupsAbout} file="groups" figures={figures} listed={groups.length}>
      {groups.length === 0 && <Empty title={t.noGroups} />}
      <ul className="bars">
        {groups.map(group => (
          <OneGroup key={group.key} group={group} most={most} />
        ))}
      </ul>
    </Chart>
  );
}

/** Amounts stay the exact strings that the service gave, one currency after the other. */
const exactly = (amounts: Amounts) =>
  amounts.length === 0 ? null : amounts.map(({ amount, currency }) => `${amount} ${currency}`).join('; ');

function OneGroup({ group, most }: { group: Group; most: number }) {
  const t = useWords(resultsWords);
  const format = useFormat();
  const { name, count, requested, granted, outcomesDelivered: delivered } = group;
  const written = (amounts: Amounts) => amounts.map(each => format.bigMoney(each)).join(' + ');
  const told = [
    requested.length > 0 && t.inApplications(written(requested)),
    granted.length > 0 && t.grantedOf(written(granted)),
    delivered > 0 && t.outcomesDelivered(delivered),
  ].filter(Boolean);
  return <Bar name={name} value={format.number(count)} share={count / most} more={told.join(', ')} />;
}
