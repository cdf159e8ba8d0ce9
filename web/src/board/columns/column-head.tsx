import { useQuery } from 'urql';
import { ViewerDocument, type Stage } from '../../gql/graphql';
import { STAGE } from '../../language/domain-words';
import { useFormat } from '../../language/format';
import { useSay, useWords } from '../../language/language';
import type { StageFigures } from './use-figures';

const words = {
  asked: { sv: 'I ansökningar', en: 'In applications' },
  askedByUs: { sv: 'I era ansökningar', en: 'In your applications' },
  nothing: { sv: 'inget än', en: 'nothing yet' },
  about: {
    sv: 'Sökta belopp i alla ansökningar för idéerna i steget, även utkast och avslagna men inte återkallade. Belopp för idéer som ni inte är med i räknas inte.',
    en: 'What all applications of the ideas in the stage ask for, drafts and rejected ones too, but not those withdrawn. Amounts of ideas that you take no part in are not counted.',
  },
};

interface ColumnHeadProps {
  stage: Stage;
  figures: StageFigures | undefined;
}

/** What a column holds: it stays while the cards scroll. */
export function ColumnHead({ stage, figures }: ColumnHeadProps) {
  const say = useSay();
  return (
    <header className="column-head">
      <h2 id={`stage-${stage}`}>
        <span className="stage-dot" aria-hidden="true" />
        {say(STAGE, stage)}
        <span className="count">{figures?.total ?? '…'}</span>
      </h2>
      <Asked funding={figures?.funding} />
    </header>
  );
}

/** The sums asked for, each currency by itself; nothing to those who may not see money. */
function Asked({ funding }: { funding: StageFigures['funding'] | undefined }) {
  const t = useWords(words);
  const format = useFormat();
  const [{ data }] = useQuery({ query: ViewerDocument });
  const role = data?.viewer.role;
  // The line is there for all, so that nothing jumps when it is known who looks.
  if (role !== 'ADMIN' && role !== 'PARTNER') return <p className="asked" />;
  const sums = funding?.map(({ currency, requested }) => format.bigMoney({ amount: requested, currency }));
  return (
    <p className="asked" title={t.about}>
      {role === 'ADMIN' ? t.asked : t.askedByUs}: <b>{sums && (sums.join(' + ') || t.nothing)}</b>
    </p>
  );
}
