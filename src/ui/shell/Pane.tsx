import { CounterBadge, FluentProvider, makeStyles, Tab, TabList, tokens, type Theme } from "@fluentui/react-components";
import { useCallback, useEffect, useMemo, useState } from "react";
import { FindingDecision, type Decision } from "../casework/FindingDecision";
import { useCasework } from "../casework/use-casework";
import { CheckPane } from "../check/CheckPane";
import type { FindingActions } from "../check/FindingRow";
import { SlipsDrawer } from "../check/SlipsDrawer";
import { CollectPane } from "../collect/CollectPane";
import { CompareDrawer } from "../collect/CompareDrawer";
import { useComparison } from "../collect/use-comparison";
import { useSources } from "../collect/use-sources";
import { NarrativePane } from "../narrative/NarrativePane";
import { useCopies } from "../narrative/use-copies";
import { useStale } from "../narrative/use-stale";
import { TotalsPane } from "../totals/TotalsPane";
import { TraceDrawer } from "../trace/TraceDrawer";
import { useTrace } from "../trace/use-trace";
import type { PaneSession } from "../../usecases/pane-session";
import { wordsIn, type Language } from "../ui-text";
import { useWords, WordsProvider } from "../words-context";
import { CopyMessage } from "./CopyMessage";
import { Facts } from "./Facts";
import { Footer } from "./Footer";
import { RunMessages } from "./RunMessages";
import { steps, useStep, type Step, type StepRequests } from "./use-step";
import { useCopying } from "./use-copying";
import { useReportRun } from "./use-report-run";

const useStyles = makeStyles({
  root: {
    height: "100%",
    display: "flex",
    flexDirection: "column",
    backgroundColor: tokens.colorNeutralBackground2,
    colorScheme: "light",
  },
  unseen: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)" },
  top: { backgroundColor: tokens.colorNeutralBackground1, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  content: { flexGrow: 1, minHeight: 0, overflowY: "auto", overflowX: "hidden", padding: tokens.spacingHorizontalM },
});

/** Chinese faces of Windows and Mac before any fallback; Office's own theme names none. */
const fontFamilyBase =
  '"Segoe UI", "Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC Variable", sans-serif';

export interface PaneProps {
  readonly session: PaneSession;
  readonly language: Language;
  readonly theme: Theme;
  /** Steps asked for by ribbon buttons. */
  readonly stepRequests: StepRequests;
}

/** The whole task pane. */
export function Pane({ language, theme, ...rest }: PaneProps) {
  const [words] = useState(() => wordsIn(language));
  return (
    <FluentProvider theme={{ ...theme, fontFamilyBase }} style={{ height: "100%" }}>
      <WordsProvider value={words}>
        <PaneBody {...rest} />
      </WordsProvider>
    </FluentProvider>
  );
}

function PaneBody({ session, stepRequests }: Pick<PaneProps, "session" | "stepRequests">) {
  const words = useWords();
  const styles = useStyles();
  const [step, goTo] = useStep(stepRequests);
  const sources = useSources(session);
  const { casework, record } = useCasework();
  const asked = useMemo(() => sources.ready && { ...sources.ready, casework }, [sources.ready, casework]);
  const run = useReportRun(session, asked);
  const trace = useTrace(session, run.report);
  const copying = useCopying(session);
  const copies = useCopies(session, run.report, copying);
  const stale = useStale(session, run, asked);
  const comparison = useComparison(session);
  const [decision, decide] = useState<Decision>();
  const [slipsShown, showSlips] = useState(false);
  const { open, reveal } = trace;
  const { dismiss } = copying;
  useEffect(dismiss, [step, run.report, dismiss]);
  const traceFigure = useCallback((figure: string) => void open({ figures: [figure], parameters: [] }), [open]);
  const actions = useMemo(
    (): FindingActions => ({
      ...(run.receipt && { onReveal: (place) => void reveal(place) }),
      onDecide: decide,
      onSpelling: (spelling) => record({ spellings: [{ ...spelling, at: session.now() }] }),
    }),
    [run.receipt, reveal, record, session],
  );
  return (
    <div className={styles.root}>
      <header className={styles.top}>
        <h1 className={styles.unseen}>{words("app.name")}</h1>
        <TabList
          size="small"
          selectedValue={step}
          onTabSelect={(_, { value }) => goTo(value as Step)}
          aria-label={words("nav.label")}
        >
          {steps.map((name) => (
            <Tab key={name} value={name}>
              {words(`nav.${name}`)}
              <StepBadge count={badgeOf(name, run.report)} />
            </Tab>
          ))}
        </TabList>
        <Facts run={run} onShow={goTo} />
      </header>
      <main className={styles.content} id="content">
        <RunMessages run={run} revealError={trace.isOpen ? undefined : trace.hostError} />
        {copying.outcome && <CopyMessage outcome={copying.outcome} />}
        {step === "collect" && (
          <CollectPane
            sources={sources}
            report={run.report}
            copying={copying}
            onRecord={record}
            onCompare={(school) => void comparison.open(school)}
          />
        )}
        {step === "check" && <CheckPane report={run.report} actions={actions} onSlips={() => showSlips(true)} />}
        {step === "totals" && <TotalsPane report={run.report} onTrace={traceFigure} />}
        {step === "text" && (
          <NarrativePane
            session={session}
            report={run.report}
            copying={copying}
            copies={copies}
            stale={stale}
            onTrace={(sources) => void open(sources)}
          />
        )}
      </main>
      <Footer
        step={step}
        run={run}
        canCompute={asked !== undefined}
        onCopy={() => void copies.copyAll()}
        onComputed={() => goTo("check")}
      />
      <FindingDecision
        decision={decision}
        now={session.now}
        onRecord={record}
        onClose={() => {
          decide(undefined);
        }}
      />
      <SlipsDrawer
        open={slipsShown}
        slips={run.report?.slips ?? []}
        copying={copying}
        onSave={session.saveSlips}
        onClose={() => showSlips(false)}
      />
      <CompareDrawer comparison={comparison} onRecord={record} />
      <TraceDrawer trace={trace} report={run.report} receipt={run.receipt} onTrace={traceFigure} />
    </div>
  );
}

function StepBadge({ count }: { readonly count: number }) {
  return count > 0 ? (
    <CounterBadge count={count} size="small" color="danger" overflowCount={999} style={{ marginInlineStart: "4px" }} />
  ) : null;
}

/** What waits for a person in each step. */
function badgeOf(step: Step, report: ReturnType<typeof useReportRun>["report"]): number {
  if (!report) return 0;
  switch (step) {
    case "collect":
      return report.files.filter(({ state }) => state !== "accepted").length;
    case "check":
      return report.facts.errors;
    case "totals":
    case "text":
      return 0;
  }
}
