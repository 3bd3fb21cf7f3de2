import { Button } from "@fluentui/react-components";
import { useRef } from "react";
import { usePaneStyles } from "../pane-styles";
import { useWords } from "../words-context";
import { chosenFile, isReport } from "./chosen-file";
import type { Sources } from "./use-sources";
import { wholeFolder } from "./whole-folder";

/** Last year's reports, for rules and figures that compare with them. */
export function PreviousRow({ sources, busy }: { readonly sources: Sources; readonly busy: boolean }) {
  const words = useWords();
  const styles = usePaneStyles();
  const folder = useRef<HTMLInputElement>(null);
  return (
    <div className={styles.apart}>
      <span>
        {words("src.previous")}{" "}
        <span className={styles.secondary}>
          {sources.previous.length === 0
            ? words("src.optional")
            : words("src.previous.read", { n: sources.previous.length })}
        </span>
      </span>
      <Button size="small" disabled={busy} onClick={() => folder.current?.click()}>
        {words("imp.folder")}
      </Button>
      <input
        ref={folder}
        type="file"
        multiple
        hidden
        data-source="previous"
        {...wholeFolder}
        onChange={({ currentTarget }) => {
          void sources.addPrevious([...(currentTarget.files ?? [])].map(chosenFile).filter(isReport));
          currentTarget.value = "";
        }}
      />
    </div>
  );
}
