import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  Tab,
  TabList,
} from "@fluentui/react-components";
import { useMemo, useState } from "react";
import type { Severity } from "../../domain/finding";
import type { Place } from "../../ports/workbook-port";
import type { PaneReport, PlacedFinding } from "../../usecases/pane-report";
import { usePaneStyles } from "../pane-styles";
import { useShownPart } from "../use-shown-part";
import { useWords } from "../words-context";
import { FindingRow } from "./FindingRow";
import { groupBySchool, type FindingGroup } from "./finding-groups";

type Shown = "all" | Severity;
const filters = [
  ["all", "fnd.all"],
  ["error", "fnd.errors"],
  ["warning", "fnd.warnings"],
  ["notice", "fnd.notices"],
] as const;

export interface CheckPaneProps {
  readonly report: PaneReport | undefined;
  /** Absent until the data sheets stand in the workbook. */
  readonly onReveal?: (place: Place) => void;
}

/** 校验: what is wrong, school by school, those first that change most sentences. */
export function CheckPane({ report, onReveal }: CheckPaneProps) {
  const words = useWords();
  const styles = usePaneStyles();
  const [shown, show] = useState<Shown>("all");
  const findings = useMemo(
    () => report?.findings.filter(({ finding }) => shown === "all" || finding.severity === shown) ?? [],
    [report, shown],
  );
  const groups = useMemo(() => groupBySchool(findings), [findings]);
  const part = useShownPart(groups);
  if (!report) return <div className={styles.empty}>{words("fnd.e")}</div>;
  if (report.findings.length === 0) return <div className={styles.empty}>{words("fnd.s")}</div>;
  return (
    <div className={styles.stack}>
      <TabList
        size="small"
        appearance="subtle"
        selectedValue={shown}
        onTabSelect={(_, { value }) => show(value as Shown)}
      >
        {filters.map(([value, label]) => (
          <Tab key={value} value={value}>
            {words(label)} {countOf(report.findings, value)}
          </Tab>
        ))}
      </TabList>
      {!onReveal && <div className={styles.secondary}>{words("fnd.locate.later")}</div>}
      {groups.length === 0 && <div className={styles.empty}>{words("fnd.none")}</div>}
      <Accordion multiple collapsible defaultOpenItems={groups.slice(0, 3).map(({ key }) => key)} key={shown}>
        {part.shown.map((group) => (
          <SchoolFindings key={group.key} group={group} {...(onReveal && { onReveal })} />
        ))}
      </Accordion>
      {part.more > 0 && (
        <Button size="small" appearance="subtle" onClick={part.showMore}>
          {words("app.showmore", { n: part.more })}
        </Button>
      )}
    </div>
  );
}

const countOf = (findings: readonly PlacedFinding[], shown: Shown): number =>
  shown === "all" ? findings.length : findings.filter(({ finding }) => finding.severity === shown).length;

function SchoolFindings({
  group,
  onReveal,
}: {
  readonly group: FindingGroup;
  readonly onReveal?: (place: Place) => void;
}) {
  const words = useWords();
  const styles = usePaneStyles();
  const part = useShownPart(group.findings);
  return (
    <AccordionItem value={group.key}>
      <AccordionHeader size="small">
        <span className={styles.block} style={{ rowGap: 0 }}>
          <strong>{group.school ?? words("fnd.general")}</strong>
          <span className={styles.secondary}>{words("fnd.group", { n: group.findings.length, s: group.clauses })}</span>
        </span>
      </AccordionHeader>
      <AccordionPanel style={{ marginInline: 0 }}>
        <div className={styles.stack} role="list">
          {part.shown.map((placed, index) => (
            <FindingRow key={index} placed={placed} {...(onReveal && { onReveal })} />
          ))}
          {part.more > 0 && (
            <Button size="small" appearance="subtle" onClick={part.showMore}>
              {words("app.showmore", { n: part.more })}
            </Button>
          )}
        </div>
      </AccordionPanel>
    </AccordionItem>
  );
}
