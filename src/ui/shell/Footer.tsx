import { Button, makeStyles, ProgressBar, Spinner, tokens } from "@fluentui/react-components";
import { ArrowSyncRegular, CalculatorRegular, CopyRegular, TableEditRegular } from "@fluentui/react-icons";
import { useWords } from "../words-context";
import type { Activity, ReportRun } from "./use-report-run";
import type { Step } from "./use-step";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  busy: { flexGrow: 1, minWidth: 0 },
});

export interface FooterProps {
  readonly step: Step;
  readonly run: ReportRun;
  readonly canCompute: boolean;
  readonly onCopy: () => void;
  readonly onComputed: () => void;
}

/** One primary action: calculate, then write, then (in 成文) copy. */
export function Footer({ step, run, canCompute, onCopy, onComputed }: FooterProps) {
  const styles = useStyles();
  const { activity, report } = run;
  const compute = () => void run.compute().then((done) => done && onComputed());
  return (
    <footer className={styles.root}>
      {activity ? (
        <Busy activity={activity} onStop={run.stop} />
      ) : (
        <Actions
          mustCompute={!report || run.stale}
          canCompute={canCompute}
          compute={compute}
          step={step}
          run={run}
          onCopy={onCopy}
        />
      )}
    </footer>
  );
}

interface ActionsProps extends Omit<FooterProps, "onComputed"> {
  readonly mustCompute: boolean;
  readonly compute: () => void;
}

function Actions({ mustCompute, canCompute, compute, step, run, onCopy }: ActionsProps) {
  const words = useWords();
  const { report } = run;
  if (mustCompute || !report)
    return (
      <Button appearance="primary" icon={<CalculatorRegular />} disabled={!canCompute} onClick={compute}>
        {words(report ? "app.rerun" : "app.run")}
      </Button>
    );
  const copies = step === "text" && run.receipt !== undefined;
  return (
    <>
      {!run.receipt && (
        <Button appearance="primary" icon={<TableEditRegular />} onClick={() => void run.write()}>
          {words("app.write")}
        </Button>
      )}
      {step === "text" && (
        <Button appearance={copies ? "primary" : "secondary"} icon={<CopyRegular />} onClick={onCopy}>
          {words("txt.copyall")}
        </Button>
      )}
      {(step !== "text" || copies) && (
        <Button icon={<ArrowSyncRegular />} disabled={!canCompute} onClick={compute}>
          {words("app.rerun")}
        </Button>
      )}
    </>
  );
}

function Busy({ activity, onStop }: { readonly activity: Activity; readonly onStop: () => void }) {
  const words = useWords();
  const styles = useStyles();
  if (activity.doing === "computing")
    return (
      <>
        <Spinner size="tiny" label={words("run.l")} />
        <Button size="small" onClick={onStop} style={{ marginInlineStart: "auto" }}>
          {words("app.stop")}
        </Button>
      </>
    );
  const { done, of, label } = activity.progress ?? { done: 0, of: 1, label: "" };
  return (
    <div className={styles.busy}>
      <div>{words("app.writing", { done, of, label })}</div>
      <ProgressBar thickness="large" value={done} max={of} />
    </div>
  );
}
