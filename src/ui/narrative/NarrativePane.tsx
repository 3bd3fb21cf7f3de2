import { Button, MessageBar, MessageBarBody, MessageBarTitle, Textarea } from "@fluentui/react-components";
import { CopyRegular } from "@fluentui/react-icons";
import { useMemo } from "react";
import { linesOf, type Block } from "../../domain/narrative";
import type { PaneReport } from "../../usecases/pane-report";
import { usePaneStyles } from "../pane-styles";
import type { NumberSources } from "../trace/use-trace";
import { useWords } from "../words-context";
import { LineText } from "./LineText";
import { linesForClipboard } from "./report-copy";
import type { Copying, CopyOutcome } from "./use-copying";

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
      {copying.outcome && <CopyMessage outcome={copying.outcome} />}
      {lines.map((line) => (
        <section key={line[0]?.id} className={isTold(line) ? styles.card : undefined}>
          <LineText line={line} schools={report.schools} onTrace={onTrace} />
          {isTold(line) && (
            <div style={{ textAlign: "end" }}>
              <Button size="small" appearance="subtle" icon={<CopyRegular />} onClick={() => void copying.copy(linesForClipboard([line]))}>
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

function CopyMessage({ outcome }: { readonly outcome: CopyOutcome }) {
  const words = useWords();
  if (outcome.copied)
    return (
      <MessageBar intent={outcome.gaps > 0 ? "warning" : "success"} layout="multiline">
        <MessageBarBody>{outcome.gaps > 0 ? words("txt.gap", { n: outcome.gaps }) : words("txt.s", { n: outcome.characters })}</MessageBarBody>
      </MessageBar>
    );
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{words("txt.x.clip.title")}</MessageBarTitle>
        {words("txt.x.clip")}
        <Textarea
          readOnly
          value={outcome.text}
          aria-label={words("txt.x.clip.title")}
          style={{ width: "100%" }}
          textarea={{
            ref: (area: HTMLTextAreaElement | null) => {
              area?.focus();
              area?.select();
            },
          }}
        />
      </MessageBarBody>
    </MessageBar>
  );
}
