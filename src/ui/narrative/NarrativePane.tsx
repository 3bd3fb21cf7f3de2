import { Button } from "@fluentui/react-components";
import { CopyRegular } from "@fluentui/react-icons";
import { useMemo } from "react";
import { linesOf, type Block } from "../../domain/narrative";
import type { PaneReport } from "../../usecases/pane-report";
import { usePaneStyles } from "../pane-styles";
import type { NumberSources } from "../trace/use-trace";
import { useWords } from "../words-context";
import { LineReadiness } from "./LineReadiness";
import { LineText } from "./LineText";
import { linesForClipboard } from "./report-copy";
import type { Copying } from "../shell/use-copying";

export interface NarrativePaneProps {
  readonly report: PaneReport | undefined;
  readonly copying: Copying;
  readonly onTrace: (sources: NumberSources) => void;
}

/** 成文: the report as it will be pasted, each number a way to its sources. */
export function NarrativePane({ report, copying, onTrace }: NarrativePaneProps) {
  const words = useWords();
  const styles = usePaneStyles();
  const lines = useMemo(() => (report ? linesOf(report.narrative) : []), [report]);
  if (!report || lines.length === 0) return <div className={styles.empty}>{words("txt.e")}</div>;
  const waiting = report.facts.clauses - report.facts.readyClauses;
  return (
    <div className={styles.stack}>
      <div className={styles.secondary}>{words("txt.counts", { ready: report.facts.readyClauses, waiting })}</div>
      {waiting > 0 && <div className={styles.secondary}>{words("txt.p", { n: waiting })}</div>}
      {lines.map((line) => (
        <section key={line[0]?.id} className={isTold(line) ? styles.card : undefined}>
          <LineText line={line} onTrace={onTrace} />
          {isTold(line) && (
            <div className={styles.row} style={{ alignItems: "flex-start" }}>
              <LineReadiness line={line} schools={report.schools} />
              <Button
                size="small"
                appearance="subtle"
                icon={<CopyRegular />}
                onClick={() => void copying.copy(linesForClipboard([line]))}
              >
                {words("txt.copy")}
              </Button>
            </div>
          )}
        </section>
      ))}
    </div>
  );
}

const isTold = (line: readonly Block[]): boolean => line.some(({ type }) => type === "paragraph");
