import { MessageBar, MessageBarBody, Spinner } from "@fluentui/react-components";
import type { PaneReport, ParameterSummary } from "../../usecases/pane-report";
import type { WriteReceipt } from "../../usecases/pane-session";
import { BottomDrawer } from "../BottomDrawer";
import { hostErrorText } from "../host-error-text";
import { usePaneStyles } from "../pane-styles";
import { useWords } from "../words-context";
import { FigureTraceView } from "./FigureTraceView";
import type { Trace } from "./use-trace";

export interface TraceDrawerProps {
  readonly trace: Trace;
  readonly report: PaneReport | undefined;
  /** What the workbook says about the report; absent until it is written. */
  readonly receipt: WriteReceipt | undefined;
  readonly onTrace: (figure: string) => void;
}

/** 这个数怎么来的. */
export function TraceDrawer({ trace, report, receipt, onTrace }: TraceDrawerProps) {
  const words = useWords();
  const styles = usePaneStyles();
  const schools = report?.schools ?? new Map<string, string>();
  return (
    <BottomDrawer open={trace.isOpen} title={words("trace.title")} onClose={trace.close}>
      <div className={styles.stack}>
        {trace.hostError && (
          <MessageBar intent="error" layout="multiline">
            <MessageBarBody>{hostErrorText(words, trace.hostError)}</MessageBarBody>
          </MessageBar>
        )}
        {!trace.traced && <Spinner size="tiny" label={words("trace.l")} />}
        {trace.traced?.figures.map((figure) => (
          <FigureTraceView
            key={figure.key}
            figure={figure}
            schools={schools}
            receipt={receipt}
            onTrace={onTrace}
            onFeeds={trace.feeds}
            {...(receipt && { onReveal: trace.reveal })}
          />
        ))}
        {trace.traced?.parameters.map((parameter) => (
          <ParameterView key={parameter.key} parameter={parameter} />
        ))}
      </div>
    </BottomDrawer>
  );
}

function ParameterView({ parameter }: { readonly parameter: ParameterSummary }) {
  const words = useWords();
  const styles = usePaneStyles();
  const rows = [
    [words("trace.setby"), parameter.setBy],
    [words("trace.source"), parameter.source],
    [words("trace.owner"), parameter.owner],
  ] as const;
  return (
    <section className={styles.card}>
      <div className={styles.apart}>
        <strong>
          {parameter.name} {parameter.period}
        </strong>
        <span className={styles.number}>{parameter.printed ?? words("trace.empty")}</span>
      </div>
      <div className={styles.secondary}>{words("trace.parameter")}</div>
      {rows.map(([label, text]) => text !== undefined && <div key={label}>{`${label}：${text}`}</div>)}
    </section>
  );
}
