import { useQuery } from 'urql';
import { Link } from 'wouter';
import { opensWithAgenda } from '../frame/places/places';
import { AgendaDocument, type AgendaQuery } from '../gql/graphql';
import { useLocale, useLanguage, useWords } from '../language/language';
import { Page } from '../parts/page';
import { Answered, Empty } from '../parts/states';
import { AgendaRow } from './agenda-row';
import { type Group, groupOf, GROUPS } from './groups';
import type { ShownItem } from './remedies';
import { agendaWords, GROUP } from './words';
import '../styles/agenda.css';

/** What waits for whoever is signed in: the page that those who change things open first. */
export function AgendaPage() {
  const t = useWords(agendaWords);
  const locale = useLocale();
  const [answer, again] = useQuery({
    query: AgendaDocument,
    variables: { locale },
    requestPolicy: 'cache-and-network',
  });
  return (
    <Page title={t.title}>
      <Answered answer={answer} again={() => again({ requestPolicy: 'network-only' })} lines={6}>
        {({ viewer }) => (opensWithAgenda(viewer.role) ? <Agenda viewer={viewer} /> : <NotFor role={viewer.role} />)}
      </Answered>
    </Page>
  );
}

function NotFor({ role }: Pick<AgendaQuery['viewer'], 'role'>) {
  const t = useWords(agendaWords);
  return (
    <Empty title={role ? t.reader : t.nobody}>
      <p>
        <Link href="/" className="button">
          {t.board}
        </Link>
      </p>
    </Empty>
  );
}

function Agenda({ viewer: { role, agenda, agendaCount } }: { viewer: AgendaQuery['viewer'] }) {
  const t = useWords(agendaWords);
  if (agenda.length === 0)
    return (
      <Empty title={t.nothing}>
        <p>{t.nothingMore}</p>
      </Empty>
    );
  return (
    <>
      <p className="lead">{role === 'ADMIN' ? t.leadAdmin : t.lead}</p>
      {GROUPS.map(group => {
        const items = agenda.filter(item => groupOf(item) === group);
        return items.length > 0 && <Part key={group} group={group} items={items} />;
      })}
      {agendaCount > agenda.length && <p className="soft">{t.first(agenda.length, agendaCount)}</p>}
    </>
  );
}

function Part({ group, items }: { group: Group; items: readonly ShownItem[] }) {
  const tongue = useLanguage();
  return (
    <section className={`tasks tasks-${group.toLowerCase()}`} aria-labelledby={`tasks-${group}`}>
      <h2 id={`tasks-${group}`}>
        {GROUP[group][tongue]} <span className="soft">({items.length})</span>
      </h2>
      <ul>
        {items.map(item => (
          <AgendaRow key={item.key} item={item} />
        ))}
      </ul>
    </section>
  );
}
