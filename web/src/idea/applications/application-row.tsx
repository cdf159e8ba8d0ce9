import { Link } from 'wouter';
import type { ShownApplicationFragment } from '../../gql/graphql';
import { APPLICATION_STATUS } from '../../language/domain-words';
import { useFormat } from '../../language/format';
import { useSay, useWords } from '../../language/language';
import { ApplicationDeeds } from './application-deeds';
import { applicationWords } from './application-words';
import { isBeingWritten } from './possible-deeds';
import { StatusPath } from './status-path';
import { Figures } from '../../parts/figures';

interface ApplicationRowProps {
  application: ShownApplicationFragment;
  code: string;
  mayManage: boolean;
}

/** An application: to what, how far it has come, and what comes next. */
export function ApplicationRow({ application, code, mayManage }: ApplicationRowProps) {
  const say = useSay();
  const { call, status } = application;
  return (
    <li className="application">
      <div>
        <Link href={`/calls/${encodeURIComponent(call.identifier)}`}>{call.title}</Link>
        <p className="code">{call.identifier}</p>
      </div>
      <span className={`pill application-${status.toLowerCase()}`}>{say(APPLICATION_STATUS, status)}</span>
      <StatusPath application={application} />
      <Told application={application} />
      {mayManage && <ApplicationDeeds application={application} code={code} />}
    </li>
  );
}

function Told({ application }: { application: ShownApplicationFragment }) {
  const t = useWords(applicationWords);
  const format = useFormat();
  const { deadline, requested, coFinancing, granted, reference, callStage } = application;
  const figures = [
    [
      callStage === 2 ? t.secondDeadline : t.deadline,
      isBeingWritten(application) && deadline && format.moment(deadline),
    ],
    [t.requested, requested && format.money(requested)],
    [t.coFinancing, coFinancing && format.money(coFinancing)],
    [t.granted, granted && format.money(granted)],
    [t.reference, reference],
  ] as const;
  return <Figures figures={figures} />;
}
