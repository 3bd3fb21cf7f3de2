import { Button, makeStyles, Tag, tokens } from "@fluentui/react-components";
import { useWords } from "../words-context";
import type { ReportRun } from "./use-report-run";
import type { Step } from "./use-step";

const useStyles = makeStyles({
  row: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    padding: `0 ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalXS}`,
    minHeight: "24px",
  },
  fact: {
    minWidth: 0,
    paddingInline: tokens.spacingHorizontalXS,
    whiteSpace: "nowrap",
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: "tabular-nums",
  },
  state: { marginInlineStart: "auto" },
});

/** 到报47/49 · 错6 警23 · 可用24/38句 · 第5轮: each fact leads to its list. */
export function Facts({ run, onShow }: { readonly run: ReportRun; readonly onShow: (step: Step) => void }) {
  const words = useWords();
  const styles = useStyles();
  const facts = run.report?.facts;
  const shown = facts && [
    {
      step: "collect" as const,
      text: words("facts.schools", { filed: facts.schoolsFiled, expected: facts.schoolsExpected }),
    },
    { step: "check" as const, text: words("facts.findings", { errors: facts.errors, warnings: facts.warnings }) },
    { step: "text" as const, text: words("facts.clauses", { ready: facts.readyClauses, all: facts.clauses }) },
  ];
  return (
    <div className={styles.row}>
      {shown?.map(({ step, text }) => (
        <Button key={step} size="small" appearance="transparent" className={styles.fact} onClick={() => onShow(step)}>
          {text}
        </Button>
      ))}
      <Tag size="extra-small" appearance={run.stale ? "filled" : "outline"} className={styles.state}>
        <RunState run={run} />
      </Tag>
    </div>
  );
}

function RunState({ run }: { readonly run: ReportRun }) {
  const words = useWords();
  if (run.activity?.doing === "computing") return words("run.busy");
  if (!run.report) return words("run.never");
  if (run.stale) return words("run.stale");
  const { run: n, at } = run.report.stamp;
  return words(run.receipt ? "run.written" : "run.fresh", { n, time: at.slice(11, 16) });
}
