import { Button, mergeClasses } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { useRef, type ReactNode } from "react";
import type { ChosenFile } from "../../usecases/pane-session";
import { usePaneStyles } from "../pane-styles";
import { useWords } from "../words-context";
import { chosenFile } from "./chosen-file";

export interface SourceRowProps {
  readonly label: string;
  readonly accept: string;
  readonly file: ChosenFile | undefined;
  /** Shown while no file is chosen. */
  readonly otherwise: ReactNode;
  /** Label of the button that goes back to `otherwise`; absent when the file cannot be done without. */
  readonly resetLabel?: string;
  readonly disabled: boolean;
  readonly onChoose: (file: ChosenFile | undefined) => void;
}

/** One line of 报什么、按什么算: what is chosen, and a button to choose another file. */
export function SourceRow({ label, accept, file, otherwise, resetLabel, disabled, onChoose }: SourceRowProps) {
  const words = useWords();
  const styles = usePaneStyles();
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className={styles.row}>
      <span className={styles.secondary} style={{ width: "64px", flexShrink: 0 }}>
        {label}
      </span>
      <span className={mergeClasses(styles.grow, styles.ellipsis)} title={file?.path}>
        {file?.path ?? <span className={styles.secondary}>{otherwise}</span>}
      </span>
      {file && resetLabel !== undefined && (
        <Button
          size="small"
          appearance="subtle"
          icon={<DismissRegular />}
          title={resetLabel}
          aria-label={`${label}：${resetLabel}`}
          disabled={disabled}
          onClick={() => onChoose(undefined)}
        />
      )}
      <Button
        size="small"
        disabled={disabled}
        onClick={() => input.current?.click()}
        aria-label={`${label}：${words(file ? "src.change" : "src.choose")}`}
      >
        {words(file ? "src.change" : "src.choose")}
      </Button>
      <input
        ref={input}
        type="file"
        accept={accept}
        hidden
        data-source={label}
        onChange={({ target }) => {
          const [first] = target.files ?? [];
          if (first) onChoose(chosenFile(first));
          target.value = "";
        }}
      />
    </div>
  );
}
