import { Button, DrawerBody, DrawerHeader, DrawerHeaderTitle, OverlayDrawer } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import { useWords } from "./words-context";

export interface BottomDrawerProps {
  readonly open: boolean;
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A sheet over the lower part of the pane. Fluent returns the focus to where it came from. */
export function BottomDrawer({ open, title, onClose, children }: BottomDrawerProps) {
  const words = useWords();
  return (
    <OverlayDrawer
      open={open}
      position="bottom"
      style={{ height: "85%" }}
      onOpenChange={(_, { open: opens }) => !opens && onClose()}
    >
      <DrawerHeader style={{ padding: "12px 12px 4px" }}>
        <DrawerHeaderTitle
          heading={{ style: { fontSize: "16px" } }}
          action={
            <Button appearance="subtle" icon={<DismissRegular />} aria-label={words("app.close")} onClick={onClose} />
          }
        >
          {title}
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody style={{ padding: "4px 12px 16px" }}>{children}</DrawerBody>
    </OverlayDrawer>
  );
}
