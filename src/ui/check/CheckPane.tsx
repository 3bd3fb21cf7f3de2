import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  Tab,
  TabList,
} from "@fluentui/react-components";
import { ArrowReplyRegular } from "@fluentui/react-icons";
import { useMemo, useState } from "react";
import type { Severity } from "../../domain/finding";
import type { PaneReport, PlacedFinding } from "../../usecases/pane-report";
import { usePaneStyles } from "../pane-styles";
import { useShownPart } from "../use-shown-part";
import { useWords } from "../words-context";
import { groupFindings, type Grouping } from "./finding-groups";
import { FindingRow, type FindingActions } from "./FindingRow";

type Shown = "all" | Severity;
const filters = [
  ["all", "fnd.all"],
  ["error", "fnd.errors"],
  ["warning", "fnd.warnings"],
  ["notice", "fnd.notices"],
] as const;

export interface CheckPaneProps {
  readonly report: PaneReport | undefined;
  readonly actions: FindingActions;
  readonly onSlips: () => void;
}

/** 校验: what is wrong, those first that change most sentences; what changes none is folded. */
export function CheckPane({ report, actions, onSlips }: CheckPaneProps) {
  const words = useWords();
  const styles = usePaneStyles();
  const [shown, show] = useState<Shown>("all");
  const [grouping, group] = useState<Grouping>("effect");
  const { groups, folded } = useMemo(() => {
    const findings = report?.findings.filter(({ finding }) => shown === "all" || finding.severity === shown) ?? [];
    return groupFindings(findings, grouping);
  }, [report, shown, grouping]);
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
      <div className={styles.wrap}>
        <TabList
          size="small"
          appearance="subtle"
          selectedValue={grouping}
          onTabSelect={(_, { value }) => group(value as Grouping)}
          aria-label={words("fnd.grouping")}
        >
          <Tab value="effect">{words("fnd.by.effect")}</Tab>
          <Tab value="rule">{words("fnd.by.rule")}</Tab>
        </TabList>
        {report.slips.length > 0 && (
          <Button size="small" icon={<ArrowReplyRegular />} onClick={onSlips}>
            {words("slip.open", { n: report.slips.length })}
          </Button>
        )}
      </div>
      {!actions.onReveal && <div className={styles.secondary}>{words("fnd.locate.later")}</div>}
      {groups.length + folded.length === 0 && <div className={styles.empty}>{words("fnd.none")}</div>}
      <Accordion
        multiple
        collapsible
        defaultOpenItems={groups.slice(0, 3).map(({ key }) => key)}
        key={`${shown} ${grouping}`}
      >
        {part.shown.map(({ key, title, findings, clauses }) => (
          <Findings
            key={key}
            id={key}
            title={title ?? words("fnd.general")}
            detail={words("fnd.group", { n: findings.length, s: clauses })}
            findings={findings}
            actions={actions}
          />
        ))}
        {folded.length > 0 && part.more === 0 && (
          <Findings
            id={" folded"}
            title={words("fnd.fold", { n: folded.length })}
            findings={folded}
            actions={actions}
          />
        )}
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

interface FindingsProps {
  readonly id: string;
  readonly title: string;
  readonly detail?: string;
  readonly findings: readonly PlacedFinding[];
  readonly actions: FindingActions;
}

function Findings({ id, title, detail, findings, actions }: FindingsProps) {
  const words = useWords();
  const styles = usePaneStyles();
  const part = useShownPart(findings);
  return (
    <AccordionItem value={id}>
      <AccordionHeader size="small">
        <span className={styles.block} style={{ rowGap: 0 }}>
          <strong>{title}</strong>
          {detail !== undefined && <span className={styles.secondary}>{detail}</span>}
        </span>
      </AccordionHeader>
      <AccordionPanel style={{ marginInline: 0 }}>
        <div className={styles.stack} role="list">
          {part.shown.map((placed, index) => (
            <FindingRow key={index} placed={placed} actions={actions} />
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
