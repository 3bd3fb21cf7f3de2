import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  MessageBar,
  MessageBarBody,
} from "@fluentui/react-components";
import { CopyRegular, SaveRegular } from "@fluentui/react-icons";
import { useState } from "react";
import type { PaneSlip } from "../../usecases/pane-casework";
import { BottomDrawer } from "../BottomDrawer";
import { textForClipboard } from "../narrative/report-copy";
import { usePaneStyles } from "../pane-styles";
import type { Copying } from "../shell/use-copying";
import { useShownPart } from "../use-shown-part";
import { useWords } from "../words-context";

export interface SlipsDrawerProps {
  readonly open: boolean;
  readonly slips: readonly PaneSlip[];
  readonly copying: Copying;
  /** Saves all slips as workbooks; answers the name of the file they are in. */
  readonly onSave: () => Promise<string>;
  readonly onClose: () => void;
}

/** 退回单: what goes back to each school, with nothing about any other. */
export function SlipsDrawer({ open, slips, copying, onSave, onClose }: SlipsDrawerProps) {
  const words = useWords();
  const styles = usePaneStyles();
  const { shown, more, showMore } = useShownPart(slips);
  const [saved, setSaved] = useState<string>();
  return (
    <BottomDrawer open={open} title={words("slip.title")} onClose={onClose}>
      <div className={styles.stack}>
        <div className={styles.secondary}>{words("slip.note")}</div>
        <div>
          <Button icon={<SaveRegular />} onClick={() => void onSave().then(setSaved)}>
            {words("slip.save", { n: slips.length })}
          </Button>
        </div>
        {saved !== undefined && (
          <MessageBar intent="success">
            <MessageBarBody>{words("slip.saved", { file: saved })}</MessageBarBody>
          </MessageBar>
        )}
        <Accordion multiple collapsible defaultOpenItems={slips.slice(0, 1).map(({ school }) => school)}>
          {shown.map(({ school, name, items, chatText }) => (
            <AccordionItem key={school} value={school}>
              <AccordionHeader size="small">
                {name}
                <span className={styles.secondary} style={{ marginInlineStart: "8px" }}>
                  {words("slip.items", { n: items })}
                </span>
              </AccordionHeader>
              <AccordionPanel style={{ marginInline: 0 }}>
                <div className={styles.card}>
                  <div style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>{chatText}</div>
                  <div>
                    <Button
                      size="small"
                      icon={<CopyRegular />}
                      onClick={() => void copying.copy(textForClipboard(chatText))}
                    >
                      {words("slip.copy")}
                    </Button>
                  </div>
                </div>
              </AccordionPanel>
            </AccordionItem>
          ))}
        </Accordion>
        {more > 0 && (
          <Button size="small" appearance="subtle" onClick={showMore}>
            {words("app.showmore", { n: more })}
          </Button>
        )}
      </div>
    </BottomDrawer>
  );
}
