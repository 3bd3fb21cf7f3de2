import { Button } from "@fluentui/react-components";
import { CopyRegular } from "@fluentui/react-icons";
import { textForClipboard } from "../narrative/report-copy";
import { usePaneStyles } from "../pane-styles";
import type { Copying } from "../shell/use-copying";
import { nameList } from "../ui-text";
import { useWords } from "../words-context";

/** 未报: who has not filed everything, with a message for the chat. */
export function NotFiled({ schools, copying }: { readonly schools: readonly string[]; readonly copying: Copying }) {
  const words = useWords();
  const styles = usePaneStyles();
  const message = words("imp.notfiled.message", { n: schools.length, list: schools.join(words("list.joint")) });
  return (
    <div className={styles.card}>
      <div className={styles.apart}>
        <strong>{words("imp.notfiled", { n: schools.length })}</strong>
        <Button size="small" icon={<CopyRegular />} onClick={() => void copying.copy(textForClipboard(message))}>
          {words("imp.notfiled.copy")}
        </Button>
      </div>
      <div className={styles.secondary}>{nameList(words, schools)}</div>
    </div>
  );
}
