import { useQuery } from 'urql';
import { NotFound } from '../frame/not-found';
import { IdeaPageDocument, type IdeaPageQuery } from '../gql/graphql';
import { useLocale } from '../language/language';
import { Page } from '../parts/page';
import { Answered } from '../parts/states';
import { Applications } from './applications';
import { Blocks } from './blocks';
import { CallsThatFit } from './calls-that-fit';
import { ConsortiumPart } from './consortium-part';
import { Facts } from './facts';
import { Heading } from './heading';
import { History } from './history';
import { ProjectPart } from './project-part';
import '../styles/idea.css';

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
  return (
    <Page title={`${idea.code} ${idea.title}`} heading={<Heading idea={idea} />}>
      <div className="idea">
        <div className="idea-main">
          <Blocks idea={idea} />
          <ConsortiumPart idea={idea} />
          <Applications idea={idea} />
          {idea.project && <ProjectPart project={idea.project} />}
          <History idea={idea} />
        </div>
        <aside className="idea-side">
          <Facts idea={idea} />
          <CallsThatFit code={idea.code} />
        </aside>
      </div>
    </Page>
  );
}
