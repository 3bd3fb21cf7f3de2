import { Button, ProgressBar } from "@fluentui/react-components";
import { usePaneStyles } from "../pane-styles";
import { useWords } from "../words-context";
import type { ReadingProgress } from "./use-sources";

/** 正在读取 128/300 with times and 停止. */
export function ReadingBar({ reading, onStop }: { readonly reading: ReadingProgress; readonly onStop: () => void }) {
  const words = useWords();
  const styles = usePaneStyles();
  const percent = Math.round((reading.done / reading.of) * 100);
  return (
    <div className={styles.card}>
      <div className={styles.ellipsis}>
        {words("imp.l", { done: reading.done, of: reading.of, label: reading.label })}
      </div>
      <ProgressBar
        thickness="large"
        value={reading.done}
        max={reading.of}
        aria-label={words("aria.progress", { p: percent })}
      />
      <div className={styles.apart}>
        <span className={styles.secondary}>
          {words("imp.time", { elapsed: minutes(reading.elapsed), left: minutes(reading.left) })}
        </span>
        <Button size="small" onClick={onStop}>
          {words("app.stop")}
        </Button>
      </div>
    </div>
  );
}

function minutes(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
