import { lazy, Suspense } from "react";
import { Route, Router, Switch, useLocation } from "wouter";
import { ownHouse } from "#client/lib/house.ts";
import { paths } from "#client/lib/paths.ts";
import { useRegionKeys } from "#client/lib/region-keys.ts";
import { SessionProvider, useSession } from "#client/lib/session.tsx";
import { text } from "#client/lib/text.ts";
import { KnockDesk } from "#client/features/joining/KnockDesk.tsx";
import { RehearsalBand } from "#client/features/rehearsal/RehearsalBand.tsx";
import { Announcer } from "#client/ui/Announcer.tsx";
import { Loading } from "#client/ui/Loading.tsx";
import { PageBoundary } from "#client/ui/PageBoundary.tsx";
import { SkipLinks } from "#client/ui/SkipLinks.tsx";
import { Unreachable } from "#client/pages/Unreachable.tsx";

const HomePage = lazy(async () => ({
  default: (await import("#client/pages/HomePage.tsx")).HomePage,
}));
const SetUpPage = lazy(async () => ({
  default: (await import("#client/pages/SetUpPage.tsx")).SetUpPage,
}));
const SignInPage = lazy(async () => ({
  default: (await import("#client/pages/SignInPage.tsx")).SignInPage,
}));
const JourneyPage = lazy(async () => ({
  default: (await import("#client/pages/JourneyPage.tsx")).JourneyPage,
}));
const StudioPage = lazy(async () => ({
  default: (await import("#client/pages/StudioPage.tsx")).StudioPage,
}));
const FrameworkPage = lazy(async () => ({
  default: (await import("#client/pages/FrameworkPage.tsx")).FrameworkPage,
}));
const OrganisationPage = lazy(async () => ({
  default: (await import("#client/pages/OrganisationPage.tsx")).OrganisationPage,
}));
const JoinPage = lazy(async () => ({
  default: (await import("#client/pages/JoinPage.tsx")).JoinPage,
}));
const WayInPage = lazy(async () => ({
  default: (await import("#client/pages/WayInPage.tsx")).WayInPage,
}));
const HeldPage = lazy(async () => ({
  default: (await import("#client/pages/HeldPage.tsx")).HeldPage,
}));
const DemoPage = lazy(async () => ({
  default: (await import("#client/pages/DemoPage.tsx")).DemoPage,
}));
const loadEndedPage = () => import("#client/pages/EndedPage.tsx");
const RoomPage = lazy(async () => {
  const page = await import("#client/pages/RoomPage.tsx");
  void loadEndedPage().catch(() => undefined); // whoever leaves because of a dead line could not load it then
  return { default: page.RoomPage };
});
const RehearsalPage = lazy(async () => ({
  default: (await import("#client/pages/RehearsalPage.tsx")).RehearsalPage,
}));
const SignedBoardPage = lazy(async () => ({
  default: (await import("#client/pages/SignedBoardPage.tsx")).SignedBoardPage,
}));
const ReportPage = lazy(async () => ({
  default: (await import("#client/pages/ReportPage.tsx")).ReportPage,
}));
const GrowthPage = lazy(async () => ({
  default: (await import("#client/pages/GrowthPage.tsx")).GrowthPage,
}));
const SupervisionPage = lazy(async () => ({
  default: (await import("#client/pages/SupervisionPage.tsx")).SupervisionPage,
}));
const OwnPage = lazy(async () => ({
  default: (await import("#client/pages/OwnPage.tsx")).OwnPage,
}));
const OwnOpenPage = lazy(async () => ({
  default: (await import("#client/pages/OwnOpenPage.tsx")).OwnOpenPage,
}));
const SummaryPage = lazy(async () => ({
  default: (await import("#client/pages/SummaryPage.tsx")).SummaryPage,
}));
const EndedPage = lazy(async () => ({
  default: (await loadEndedPage()).EndedPage,
}));
const NotFoundPage = lazy(async () => ({
  default: (await import("#client/pages/NotFoundPage.tsx")).NotFoundPage,
}));

/** The whole app, on the pages of a rehearsal under its path and with a band that says so. */
export function App() {
  return (
    <Router base={ownHouse}>
      <Pages />
    </Router>
  );
}

/** One page for each address, each loaded when it is first opened. */
function Pages() {
  useRegionKeys();
  return (
    <SessionProvider>
      <SkipLinks links={[{ targetId: "main", label: text("shell.skip") }]} />
      {ownHouse !== "" && <RehearsalBand />}
      <PageBoundary fallback={(again) => <Unreachable onTryAgain={again} />}>
        <Suspense fallback={<Loading />}>
          <Switch>
            <Route path={paths.home} component={HomePage} />
            <Route path={paths.setUp} component={SetUpPage} />
            <Route path={paths.signIn} component={SignInPage} />
            <Route path="/journeys/:journeyId">
              {({ journeyId }) => <JourneyPage key={journeyId} journeyId={journeyId} />}
            </Route>
            <Route path="/journeys/:journeyId/cycles/:cycleId/studio">
              {({ journeyId, cycleId }) => (
                <StudioPage key={cycleId} journeyId={journeyId} cycleId={cycleId} />
              )}
            </Route>
            <Route path="/journeys/:journeyId/growth">
              {({ journeyId }) => <GrowthPage key={journeyId} journeyId={journeyId} />}
            </Route>
            <Route path={paths.framework} component={FrameworkPage} />
            <Route path={paths.organisation} component={OrganisationPage} />
            <Route path={paths.supervision} component={SupervisionPage} />
            <Route path={paths.join} component={JoinPage} />
            <Route path={paths.wayIn} component={WayInPage} />
            <Route path={paths.demo} component={DemoPage} />
            <Route path={paths.held} component={HeldPage} />
            <Route path="/room/:reviewId">
              {({ reviewId }) => <RoomPage key={reviewId} reviewId={reviewId} />}
            </Route>
            <Route path="/reviews/:reviewId/rehearsal">
              {({ reviewId }) => <RehearsalPage key={reviewId} reviewId={reviewId} />}
            </Route>
            <Route path="/reviews/:reviewId/signed-board">
              {({ reviewId }) => <SignedBoardPage key={reviewId} reviewId={reviewId} />}
            </Route>
            <Route path="/reviews/:reviewId/report">
              {({ reviewId }) => <ReportPage key={reviewId} reviewId={reviewId} />}
            </Route>
            <Route path={paths.own} component={OwnPage} />
            <Route path={paths.ownOpen} component={OwnOpenPage} />
            <Route path={paths.strengths} component={SummaryPage} />
            <Route path="/ended" component={EndedPage} />
            <Route component={NotFoundPage} />
          </Switch>
        </Suspense>
      </PageBoundary>
      <GuiderDesk />
      <Announcer />
    </SessionProvider>
  );
}

/** The knock reaches a signed-in guider on every page there is. */
function GuiderDesk() {
  const { current } = useSession();
  const [location, navigate] = useLocation();
  if (current.state !== "known" || current.session.kind !== "guider") return null;
  return (
    <KnockDesk
      key={current.session.accountId}
      isInRoom={(reviewId) => location === paths.room(reviewId)}
      onOpenRoom={(reviewId) => navigate(paths.room(reviewId))}
    />
  );
}
