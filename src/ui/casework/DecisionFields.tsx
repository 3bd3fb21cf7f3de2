import { Button, Field, Input, Textarea } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import { isAnsweredFor } from "../../domain/casework";
import { usePaneStyles } from "../pane-styles";
import { useWords } from "../words-context";

export interface DecisionFieldsProps {
  /** What is decided, above reason and person. */
  readonly children?: ReactNode;
  /** False while what stands above is not filled in. */
  readonly isWhole?: boolean;
  readonly onDecide: (reason: string, by: string) => void;
}

/** Why, and who answers for it: nothing is recorded without both. */
export function DecisionFields({ children, isWhole = true, onDecide }: DecisionFieldsProps) {
  const words = useWords();
  const styles = usePaneStyles();
  const [reason, setReason] = useState("");
  const [by, setBy] = useState("");
  const [given, person] = [reason.trim(), by.trim()];
  const isReady = isWhole && isAnsweredFor({ reason: given, by: person });
  return (
    <form
      className={styles.stack}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) onDecide(given, person);
      }}
    >
      {children}
      <Field label={words("fix.reason")} required>
        <Textarea value={reason} onChange={(_, { value }) => setReason(value)} />
      </Field>
      <Field label={words("fix.who")} required>
        <Input value={by} onChange={(_, { value }) => setBy(value)} />
      </Field>
      <div>
        <Button appearance="primary" type="submit" disabled={!isReady}>
          {words("fix.record")}
        </Button>
      </div>
    </form>
  );
}
