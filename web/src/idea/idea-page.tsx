import { useQuery } from 'urql';
import { NotFound } from '../frame/not-found';
import { IdeaPageDocument, type IdeaPageQuery } from '../gql/graphql';
import { useLocale } from '../language/language';
import { Page } from '../parts/page';
import { Answered } from '../parts/states';
import { Applications } from './applications/applications';
import { Blocks } from './blocking/blocks';
import { CallsThatFit } from './calls-that-fit';
import { ConsortiumPart } from './consortium/consortium-part';
import { useDescribeLeadsOn } from './describing/lead-on';
import { Facts } from './facts/facts';
import { Heading } from './heading';
import { History } from './history/history';
import { ProjectPart } from './project/project-part';
import { Documents } from './told/documents';
import { StatusPart } from './told/status-part';
import '../styles/idea.css';
import '../styles/idea/applications.css';
import '../styles/idea/told.css';
import '../styles/editing.css';

/** An idea as its page shows it. */
export type ShownIdea = NonNullable<IdeaPageQuery['idea']>;

/** Where an idea stands, what blocks it, who is in it, what it could apply for, and what has happened. */
export function IdeaPage({ code }: { code: string }) {
  const locale = useLocale();
  const [answer, again] = useQuery({ query: IdeaPageDocument, variables: { code, locale } });
  return (
    <Answered answer={answer} again={() => again({ requestPolicy: 'network-only' })} lines={5}>
      {({ idea }) => (idea ? <Shown idea={idea} /> : <NotFound />)}
    </Answered>
  );
}

function Shown({ idea }: { idea: ShownIdea }) {
  useDescribeLeadsOn(idea);
  return (
    <Page title={`${idea.code} ${idea.title}`} heading={<Heading idea={idea} />}>
      <div className="idea">
        <div className="idea-main">
          <Blocks idea={idea} />
          <StatusPart idea={idea} />
          <ConsortiumPart idea={idea} />
          <Applications idea={idea} />
          <ProjectPart idea={idea} />
          <History idea={idea} />
        </div>
        <aside className="idea-side">
          <Facts idea={idea} />
          <Documents idea={idea} />
          <CallsThatFit idea={idea} />
        </aside>
      </div>
    </Page>
  );
}
