import { lazy, Suspense, useEffect, useRef } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { Loading } from '../parts/states';
import { Home } from './home';
import { NotFound } from './not-found';
import { beginScrolling } from './scroll-kept';
import { Unreachable } from './unreachable';

const Account = lazy(() => import('../account/account-page').then(({ AccountPage }) => ({ default: AccountPage })));
const Agenda = lazy(() => import('../agenda/agenda-page').then(({ AgendaPage }) => ({ default: AgendaPage })));
const Idea = lazy(() => import('../idea/idea-page').then(({ IdeaPage }) => ({ default: IdeaPage })));
const NewIdea = lazy(() =>
  import('../idea/new-idea/new-idea-page').then(({ NewIdeaPage }) => ({ default: NewIdeaPage })),
);
const ImportIdeas = lazy(() =>
  import('../idea/import/idea-import-page').then(({ IdeaImportPage }) => ({ default: IdeaImportPage })),
);
const Pipeline = lazy(() =>
  import('../pipeline/pipeline-page').then(({ PipelinePage }) => ({ default: PipelinePage })),
);
const Calls = lazy(() => import('../calls/calls-page').then(({ CallsPage }) => ({ default: CallsPage })));
const Call = lazy(() => import('../calls/call-page').then(({ CallPage }) => ({ default: CallPage })));
const NewCall = lazy(() =>
  import('../calls/form/call-form-page').then(({ NewCallPage }) => ({ default: NewCallPage })),
);
const EditCall = lazy(() =>
  import('../calls/form/call-form-page').then(({ EditCallPage }) => ({ default: EditCallPage })),
);
const Import = lazy(() => import('../calls/import/import-page').then(({ ImportPage }) => ({ default: ImportPage })));
const Partners = lazy(() =>
  import('../partners/partners-page').then(({ PartnersPage }) => ({ default: PartnersPage })),
);
const ImportPartners = lazy(() =>
  import('../partners/import/partner-import-page').then(({ PartnerImportPage }) => ({ default: PartnerImportPage })),
);
const NewPartner = lazy(() =>
  import('../partners/form/partner-form-page').then(({ NewPartnerPage }) => ({ default: NewPartnerPage })),
);
const EditPartner = lazy(() =>
  import('../partners/form/partner-form-page').then(({ EditPartnerPage }) => ({ default: EditPartnerPage })),
);
const FocusAreas = lazy(() =>
  import('../focus-areas/focus-areas-page').then(({ FocusAreasPage }) => ({ default: FocusAreasPage })),
);
const Programmes = lazy(() =>
  import('../programmes/programmes-page').then(({ ProgrammesPage }) => ({ default: ProgrammesPage })),
);
const Activity = lazy(() =>
  import('../redaction/activity-page').then(({ ActivityPage }) => ({ default: ActivityPage })),
);
const Keys = lazy(() => import('../keys/keys-page').then(({ KeysPage }) => ({ default: KeysPage })));
const Webhooks = lazy(() =>
  import('../webhooks/webhooks-page').then(({ WebhooksPage }) => ({ default: WebhooksPage })),
);
const Webhook = lazy(() => import('../webhooks/webhook-page').then(({ WebhookPage }) => ({ default: WebhookPage })));
const Explorer = lazy(() =>
  import('../explorer/explorer-page').then(({ ExplorerPage }) => ({ default: ExplorerPage })),
);
const Partner = lazy(() => import('../partners/partner-page').then(({ PartnerPage }) => ({ default: PartnerPage })));

/** The page of the address; only the board is part of the first load. */
export function Pages() {
  const [path] = useLocation();
  return (
    <main id="main" tabIndex={-1} ref={useFocusOnArrival()}>
      <Unreachable key={path}>
        <Suspense fallback={<Loading lines={6} />}>
          <Switch>
            <Route path="/" component={Home} />
            <Route path="/agenda" component={Agenda} />
            <Route path="/ideas/new" component={NewIdea} />
            <Route path="/ideas/import" component={ImportIdeas} />
            <Route path="/ideas/:code">{({ code }) => <Idea key={code} code={decodeURIComponent(code)} />}</Route>
            <Route path="/pipeline" component={Pipeline} />
            <Route path="/calls" component={Calls} />
            <Route path="/calls/new" component={NewCall} />
            <Route path="/calls/import" component={Import} />
            <Route path="/calls/:identifier/edit">
              {({ identifier }) => <EditCall identifier={decodeURIComponent(identifier)} />}
            </Route>
            <Route path="/calls/:identifier">
              {({ identifier }) => <Call key={identifier} identifier={decodeURIComponent(identifier)} />}
            </Route>
            <Route path="/partners" component={Partners} />
            <Route path="/partners/import" component={ImportPartners} />
            <Route path="/partners/new" component={NewPartner} />
            <Route path="/partners/:slug/edit">{({ slug }) => <EditPartner slug={decodeURIComponent(slug)} />}</Route>
            <Route path="/partners/:slug">{({ slug }) => <Partner key={slug} slug={decodeURIComponent(slug)} />}</Route>
            <Route path="/focus-areas" component={FocusAreas} />
            <Route path="/programmes" component={Programmes} />
            <Route path="/keys" component={Keys} />
            <Route path="/webhooks" component={Webhooks} />
            <Route path="/webhooks/:id">{({ id }) => <Webhook key={id} id={decodeURIComponent(id)} />}</Route>
            <Route path="/activity" component={Activity} />
            <Route path="/account" component={Account} />
            <Route path="/explorer" component={Explorer} />
            <Route component={NotFound} />
          </Switch>
        </Suspense>
      </Unreachable>
    </main>
  );
}

/** A page begins at its top, or where one has come back to, for the eye and for the keyboard, unless the address leads further. */
function useFocusOnArrival() {
  const [path] = useLocation();
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  useEffect(() => {
    const leads = first.current || window.location.hash !== '';
    first.current = false;
    if (leads) return undefined;
    main.current?.focus({ preventScroll: true });
    return beginScrolling();
  }, [path]);
  return main;
}
