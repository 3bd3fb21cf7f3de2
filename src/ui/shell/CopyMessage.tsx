import { MessageBar, MessageBarBody, MessageBarTitle, Textarea } from "@fluentui/react-components";
import { useWords } from "../words-context";
import type { CopyOutcome } from "./use-copying";

/** What became of the last copy; a text the host would not take is offered for Ctrl+C. */
export function CopyMessage({ outcome }: { readonly outcome: CopyOutcome }) {
  const words = useWords();
  if (outcome.copied)
    return (
      <MessageBar intent={outcome.gaps > 0 ? "warning" : "success"} layout="multiline">
        <MessageBarBody>
          {outcome.gaps > 0 ? words("txt.gap", { n: outcome.gaps }) : words("txt.s", { n: outcome.characters })}
        </MessageBarBody>
      </MessageBar>
    );
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{words("txt.x.clip.title")}</MessageBarTitle>
        {words("txt.x.clip")}
        <Textarea
          readOnly
          value={outcome.text}
          aria-label={words("txt.x.clip.title")}
          style={{ width: "100%" }}
          textarea={{
            ref: (area: HTMLTextAreaElement | null) => {
              area?.focus();
              area?.select();
            },
          }}
        />
      </MessageBarBody>
    </MessageBar>
  );
}
