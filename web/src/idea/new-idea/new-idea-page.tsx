import { useQuery } from 'urql';
import { useLocation, useSearch } from 'wouter';
import {
  CreateIdeaDocument,
  PartnerNamedDocument,
  ViewerDocument,
  type ViewerQuery,
  type Visibility,
} from '../../gql/graphql';
import { useWords } from '../../language/language';
import { Form } from '../../parts/form/form';
import { bothOf, textOf } from '../../parts/form/form-text';
import { useChange } from '../../parts/form/use-change';
import { Page } from '../../parts/page';
import { Empty, Loading } from '../../parts/states';
import { toast } from '../../parts/toasts';
import { PartnerBox } from '../consortium/partner-box';
import { VisibilityFields } from '../describing/choice-fields';
import type { Description } from '../describing/description';
import { mayCreateIdeas } from './may-create';
import { NewTexts } from './new-texts';
import { ProgrammeBox, useProgrammes } from './programme-choice';
import { newIdeaWords } from './words';
import '../../styles/editing.css';

/** Begins an idea with the little that it needs; the rest is written on its own page. */
export function NewIdeaPage() {
  const t = useWords(newIdeaWords);
  const [{ data }] = useQuery({ query: ViewerDocument });
  return (
    <Page title={t.title}>
      <p className="lead">{t.intro}</p>
      {!data && <Loading />}
      {data && (mayCreateIdeas(data.viewer) ? <NewIdea viewer={data.viewer} /> : <NotForYou />)}
    </Page>
  );
}

function NotForYou() {
  const t = useWords(newIdeaWords);
  return (
    <Empty title={t.notForYou}>
      <p>{t.notForYouMore}</p>
    </Empty>
  );
}

/** Nothing is written yet, and only those involved see it. */
const NOTHING: Description = {
  'title.sv': [''],
  'title.en': [''],
  'summary.sv': [''],
  'summary.en': [''],
  'challenge.sv': [''],
  'challenge.en': [''],
  focusAreas: [],
  environmentalObjectives: [],
  missions: [],
  technologyReadinessLevel: [''],
  contactEmail: [''],
  visibility: ['CONSORTIUM'],
};

/** Whose idea it is; the partner that the address names where it names one. */
function OwnerBox() {
  const t = useWords(newIdeaWords);
  const slug = new URLSearchParams(useSearch()).get('owner') ?? '';
  const [{ data, fetching }] = useQuery({ query: PartnerNamedDocument, variables: { slug }, pause: !slug });
  if (fetching) return <Loading lines={1} />;
  return <PartnerBox name="ownerId" label={t.owner} hint={t.ownerHint} chosen={data?.partner} />;
}

function NewIdea({ viewer }: { viewer: ViewerQuery['viewer'] }) {
  const t = useWords(newIdeaWords);
  const [, go] = useLocation();
  const own = viewer.role === 'PARTNER' ? viewer.partner : null;
  const programmes = useProgrammes();
  const { send, problems, busy } = useChange(CreateIdeaDocument);
  const create = async (form: FormData) => {
    const payload = await send({
      title: bothOf(form, 'title')!,
      summary: bothOf(form, 'summary')!,
      challenge: bothOf(form, 'challenge')!,
      visibility: textOf(form, 'visibility') as Visibility,
      programme: programmes.chosen?.code ?? null,
      ownerId: own?.id ?? textOf(form, 'ownerId'),
    });
    if (!payload?.idea) return;
    toast({ text: t.created(payload.idea.code) });
    go(`/ideas/${payload.idea.code}`);
  };
  return (
    <Form problems={problems} onSave={form => void create(form)} className="new-idea">
      <ProgrammeBox {...programmes} />
      <NewTexts programme={programmes.chosen} />
      {own ? <p className="soft">{t.ownedBy(own.name)}</p> : <OwnerBox />}
      <VisibilityFields from={NOTHING} />
      <div className="form-end">
        <button type="submit" className="main-deed" aria-disabled={busy}>
          {t.create}
        </button>
      </div>
    </Form>
  );
}
