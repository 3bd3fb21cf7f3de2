import { Field, Input, Radio, RadioGroup } from "@fluentui/react-components";
import { useState } from "react";
import type { Casework } from "../../domain/casework";
import type { CorrectableCell } from "../../usecases/pane-casework";
import type { PlacedFinding } from "../../usecases/pane-report";
import { BottomDrawer } from "../BottomDrawer";
import { usePaneStyles } from "../pane-styles";
import { useWords } from "../words-context";
import { DecisionFields } from "./DecisionFields";

/** 说明 releases a warning; 更正 puts another value beside a cell. */
export interface Decision {
  readonly kind: "explain" | "correct";
  readonly placed: PlacedFinding;
}

export interface FindingDecisionProps {
  readonly decision: Decision | undefined;
  /** Now, local time: when the decision was taken. */
  readonly now: () => string;
  readonly onRecord: (part: Partial<Casework>) => void;
  readonly onClose: () => void;
}

/** The drawer in which a person decides about one finding. */
export function FindingDecision({ decision, now, onRecord, onClose }: FindingDecisionProps) {
  const words = useWords();
  const styles = usePaneStyles();
  const record = (part: Partial<Casework>) => {
    onRecord(part);
    onClose();
  };
  return (
    <BottomDrawer
      open={decision !== undefined}
      title={words(decision?.kind === "correct" ? "fix.title" : "fix.explain.title")}
      onClose={onClose}
    >
      {decision && (
        <div className={styles.stack}>
          <div>{decision.placed.finding.message}</div>
          {decision.kind === "explain" ? (
            <Explain placed={decision.placed} now={now} onRecord={record} />
          ) : (
            <Correct cells={decision.placed.cells ?? []} now={now} onRecord={record} />
          )}
        </div>
      )}
    </BottomDrawer>
  );
}

interface FormProps {
  readonly now: () => string;
  readonly onRecord: (part: Partial<Casework>) => void;
}

function Explain({ placed, now, onRecord }: FormProps & { readonly placed: PlacedFinding }) {
  const { school, rule, code, element } = placed.finding;
  return (
    <DecisionFields
      isWhole={school !== undefined}
      onDecide={(reason, by) => {
        if (school === undefined) return;
        const about = { school, rule: rule ?? code, ...(element !== undefined && { element }) };
        onRecord({ explanations: [{ ...about, reason, by, at: now() }] });
      }}
    />
  );
}

function Correct({ cells, now, onRecord }: FormProps & { readonly cells: readonly CorrectableCell[] }) {
  const words = useWords();
  const styles = usePaneStyles();
  const [chosen, choose] = useState(
    Math.max(
      0,
      cells.findIndex(({ proposed }) => proposed !== undefined),
    ),
  );
  const cell = cells[chosen];
  const [typed, setTyped] = useState<string>();
  const value = typed ?? cell?.proposed ?? "";
  const isWhole = cell !== undefined && value.trim() !== "" && value.trim() !== cell.was;
  return (
    <DecisionFields
      isWhole={isWhole}
      onDecide={(reason, by) => {
        if (!cell) return;
        const { school, form, element, key, was } = cell;
        onRecord({ corrections: [{ school, form, element, key, was, now: value.trim(), reason, by, at: now() }] });
      }}
    >
      <Field label={words("fix.cell")}>
        <RadioGroup
          value={String(chosen)}
          onChange={(_, data) => {
            choose(Number(data.value));
            setTyped(undefined);
          }}
        >
          {cells.map(({ where, element, was, unit = "" }, index) => (
            <Radio
              key={where}
              value={String(index)}
              label={`${element}　${where}　${words("fix.was", { was: `${was}${unit}` })}`}
            />
          ))}
        </RadioGroup>
      </Field>
      <Field label={words("fix.now")} required>
        <Input value={value} contentAfter={cell?.unit ?? null} onChange={(_, data) => setTyped(data.value)} />
      </Field>
      <div className={styles.secondary}>{words("fix.beside")}</div>
    </DecisionFields>
  );
}
