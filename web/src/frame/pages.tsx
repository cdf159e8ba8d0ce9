import { lazy, Suspense, useEffect, useRef } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { Board } from '../board/board';
import { Loading } from '../parts/states';
import { NotFound } from './not-found';
import { Unreachable } from './unreachable';

const Idea = lazy(() => import('../idea/idea-page').then(({ IdeaPage }) => ({ default: IdeaPage })));
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
const Partner = lazy(() => import('../partners/partner-page').then(({ PartnerPage }) => ({ default: PartnerPage })));

/** The page of the address; only the board is part of the first load. */
export function Pages() {
  const [path] = useLocation();
  return (
    <main id="main" tabIndex={-1} ref={useFocusOnArrival()}>
      <Unreachable key={path}>
        <Suspense fallback={<Loading lines={6} />}>
          <Switch>
            <Route path="/" component={Board} />
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
            <Route path="/partners/:slug">{({ slug }) => <Partner key={slug} slug={decodeURIComponent(slug)} />}</Route>
            <Route component={NotFound} />
          </Switch>
        </Suspense>
      </Unreachable>
    </main>
  );
}

/** A new page begins at its top, for the eye and for the keyboard. */
function useFocusOnArrival() {
  const [path] = useLocation();
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) {
      main.current?.focus({ preventScroll: true });
      window.scrollTo(0, 0);
    }
    first.current = false;
  }, [path]);
  return main;
}
