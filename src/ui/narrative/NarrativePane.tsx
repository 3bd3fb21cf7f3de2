import { Badge, Button, MessageBar, MessageBarActions, MessageBarBody, Tab, TabList } from "@fluentui/react-components";
import { CalculatorRegular, CopyRegular } from "@fluentui/react-icons";
import { useMemo, useState } from "react";
import type { ChangedSentence } from "../../domain/copy-record";
import { linesOf, type Block, type Narrative } from "../../domain/narrative";
import type { PaneReport } from "../../usecases/pane-report";
import type { PaneSession } from "../../usecases/pane-session";
import { usePaneStyles } from "../pane-styles";
import type { NumberSources } from "../trace/use-trace";
import { useWords } from "../words-context";
import { CopyLedgerView } from "./CopyLedgerView";
import { LineReadiness } from "./LineReadiness";
import { LineText } from "./LineText";
import { PastedTextView } from "./PastedTextView";
import type { Copying } from "../shell/use-copying";
import type { Copies } from "./use-copies";
import type { StaleSentences } from "./use-stale";

const parts = ["text", "check", "copies"] as const;
type Part = (typeof parts)[number];

export interface NarrativePaneProps {
  readonly session: PaneSession;
  readonly report: PaneReport | undefined;
  readonly copying: Copying;
  readonly copies: Copies;
  readonly stale: StaleSentences;
  readonly onTrace: (sources: NumberSources) => void;
}

/** 成文: the report as it will be pasted, what the finished text says, and what left the workbook. */
export function NarrativePane({ session, report, copying, copies, stale, onTrace }: NarrativePaneProps) {
  const words = useWords();
  const styles = usePaneStyles();
  const [part, show] = useState<Part>("text");
  if (!report || report.narrative.blocks.length === 0) return <div className={styles.empty}>{words("txt.e")}</div>;
  const wrong = copies.ledger?.wrong.length ?? 0;
  return (
    <div className={styles.stack}>
      <TabList size="small" selectedValue={part} onTabSelect={(_, { value }) => show(value as Part)}>
        {parts.map((name) => (
          <Tab key={name} value={name}>
            {words(`txt.tab.${name}`)}
          </Tab>
        ))}
      </TabList>
      {wrong > 0 && part !== "copies" && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{words("cpy.alert", { n: wrong })}</MessageBarBody>
          <MessageBarActions>
            <Button size="small" onClick={() => show("copies")}>
              {words("cpy.show")}
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
      {part === "text" && (
        <ReportText report={report} copies={copies} stale={stale} onTrace={onTrace} onProof={session.saveProof} />
      )}
      {part === "check" && <PastedTextView session={session} copying={copying} onTrace={onTrace} />}
      {part === "copies" && <CopyLedgerView copies={copies} copying={copying} />}
    </div>
  );
}

interface ReportTextProps extends Pick<NarrativePaneProps, "copies" | "stale" | "onTrace"> {
  readonly report: PaneReport;
  /** Answers the name of the saved file. */
  readonly onProof: () => Promise<string>;
}

/** Each number is a way to its sources. */
function ReportText({ report, copies, stale, onTrace, onProof }: ReportTextProps) {
  const words = useWords();
  const styles = usePaneStyles();
  const lines = useMemo(() => linesOf(report.narrative), [report]);
  const told = useMemo(() => lines.filter(isTold), [lines]);
  const [saved, setSaved] = useState<string>();
  const waiting = report.facts.clauses - report.facts.readyClauses;
  return (
    <>
      <div className={styles.apart}>
        <span className={styles.secondary}>{words("txt.counts", { ready: report.facts.readyClauses, waiting })}</span>
        <Button size="small" icon={<CalculatorRegular />} onClick={() => void onProof().then(setSaved)}>
          {words("txt.proof")}
        </Button>
      </div>
      {saved !== undefined && (
        <MessageBar intent="success">
          <MessageBarBody>{words("txt.proof.s", { file: saved })}</MessageBarBody>
        </MessageBar>
      )}
      {waiting > 0 && <div className={styles.secondary}>{words("txt.p", { n: waiting })}</div>}
      {lines.map((line) => (
        <section key={line[0]?.id} className={isTold(line) ? styles.card : undefined}>
          <LineText line={line} onTrace={onTrace} />
          {sentencesIn(line).map((id) => {
            const change = stale.get(id);
            return change && <StaleText key={id} change={change} run={report.stamp.run} />;
          })}
          {noticesFor(report.narrative, line).map((message) => (
            <div key={message} className={styles.secondary}>
              {words("txt.notice", { message })}
            </div>
          ))}
          {isTold(line) && (
            <div className={styles.row} style={{ alignItems: "flex-start" }}>
              <LineReadiness line={line} schools={report.schools} />
              <Button
                size="small"
                appearance="subtle"
                icon={<CopyRegular />}
                onClick={() => void copies.copyLine(line, told.indexOf(line) + 1)}
              >
                {words("txt.copy")}
              </Button>
            </div>
          )}
        </section>
      ))}
    </>
  );
}

/** What a sentence of an earlier run would say by now. */
function StaleText({ change, run }: { readonly change: ChangedSentence; readonly run: number }) {
  const words = useWords();
  const styles = usePaneStyles();
  const numbers = change.numbers.map(({ was, now }) => `${was ?? words("cpy.none")} → ${now ?? words("cpy.none")}`);
  return (
    <div className={styles.row}>
      <Badge appearance="tint" color="warning" style={{ flexShrink: 0 }}>
        {words("txt.old", { n: run })}
      </Badge>
      <span className={styles.number}>{numbers.length > 0 ? numbers.join("；") : change.now}</span>
    </div>
  );
}

const sentencesIn = (line: readonly Block[]): readonly string[] =>
  line.flatMap((block) => (block.type === "paragraph" ? block.clauses.map(({ id }) => id) : [block.id]));

function noticesFor({ notices = [] }: Narrative, line: readonly Block[]): readonly string[] {
  const ids = new Set(sentencesIn(line));
  return notices.filter(({ clause }) => ids.has(clause)).map(({ message }) => message);
}

const isTold = (line: readonly Block[]): boolean => line.some(({ type }) => type === "paragraph");
