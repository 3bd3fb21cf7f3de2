import { makeStyles, MessageBar, MessageBarBody, MessageBarTitle, tokens } from "@fluentui/react-components";
import type { HostError } from "../../ports/workbook-port";
import type { WriteReceipt } from "../../usecases/pane-session";
import { hostErrorText } from "../host-error-text";
import { nameList, type Words } from "../ui-text";
import { useWords } from "../words-context";
import { useFault } from "./use-fault";
import type { ReportRun } from "./use-report-run";

const useStyles = makeStyles({
  stack: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalS,
    ":not(:empty)": { marginBottom: tokens.spacingVerticalS },
  },
});

const longestFault = 300;

/** What the last run or write has to say. */
export function RunMessages({
  run,
  revealError,
}: {
  readonly run: ReportRun;
  readonly revealError: HostError | undefined;
}) {
  const words = useWords();
  const styles = useStyles();
  const { problem, hostError, receipt } = run;
  const fault = useFault();
  return (
    <div className={styles.stack} aria-live="polite">
      {fault !== undefined && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{words("fault.title")}</MessageBarTitle>
            {words("fault.how")}
            <div style={{ overflowWrap: "anywhere" }}>{fault.slice(0, longestFault)}</div>
          </MessageBarBody>
        </MessageBar>
      )}
      {run.stopped && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{words("run.stopped")}</MessageBarBody>
        </MessageBar>
      )}
      {run.stale && run.report && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{words("run.stale.text", { n: run.report.stamp.run })}</MessageBarBody>
        </MessageBar>
      )}
      {problem && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{words(`src.problem.${problem.source}`)}</MessageBarTitle>
            {problem.lines.map((line) => (
              <div key={line}>{line}</div>
            ))}
          </MessageBarBody>
        </MessageBar>
      )}
      {hostError && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{words("write.title")}</MessageBarTitle>
            {hostErrorText(words, hostError)}
          </MessageBarBody>
        </MessageBar>
      )}
      {revealError && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{hostErrorText(words, revealError)}</MessageBarBody>
        </MessageBar>
      )}
      {receipt && !run.stale && (
        <MessageBar intent={differingOf(receipt).length > 0 ? "error" : "success"} layout="multiline">
          <MessageBarBody>{receiptText(words, receipt)}</MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}

const differingOf = (receipt: WriteReceipt): readonly string[] => receipt.recalculation?.differing ?? [];

function receiptText(words: Words, receipt: WriteReceipt): string {
  const { sheets: n, recalculation } = receipt;
  if (!recalculation) return words("write.s.plain", { n });
  if (recalculation.differing.length > 0)
    return words("write.differ", { n: recalculation.differing.length, list: nameList(words, recalculation.differing) });
  return words("write.s", { n, agreed: recalculation.agreed, compared: recalculation.compared });
}
