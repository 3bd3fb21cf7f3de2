import { Accordion, AccordionHeader, AccordionItem, AccordionPanel, Button } from "@fluentui/react-components";
import { NotepadRegular } from "@fluentui/react-icons";
import type { Casework } from "../../domain/casework";
import { usePaneStyles } from "../pane-styles";
import { useShownPart } from "../use-shown-part";
import { useWords } from "../words-context";

export interface CaseworkListProps {
  readonly casework: Casework;
  readonly schools: ReadonlyMap<string, string>;
  readonly onRevoke: (part: Partial<Casework>) => void;
}

interface Line {
  readonly text: string;
  readonly detail: string;
  readonly revoke?: Partial<Casework>;
}

/** What has been decided so far. Learned headings can be taken back here; the rest on their sheets. */
export function CaseworkList({ casework, schools, onRevoke }: CaseworkListProps) {
  const words = useWords();
  const styles = usePaneStyles();
  const lines = linesOf(casework, schools, words);
  const { shown, more, showMore } = useShownPart(lines);
  if (lines.length === 0) return null;
  return (
    <Accordion collapsible>
      <AccordionItem value="casework">
        <AccordionHeader size="small" icon={<NotepadRegular />}>
          {words("fix.list", { n: lines.length })}
        </AccordionHeader>
        <AccordionPanel style={{ marginInline: 0 }}>
          <div className={styles.stack} role="list">
            {shown.map(({ text, detail, revoke }) => (
              <div key={`${text}${detail}`} className={styles.card} role="listitem">
                <div className={styles.apart}>
                  <span>{text}</span>
                  {revoke && (
                    <Button size="small" onClick={() => onRevoke(revoke)} style={{ flexShrink: 0 }}>
                      {words("fix.revoke")}
                    </Button>
                  )}
                </div>
                <div className={styles.secondary}>{detail}</div>
              </div>
            ))}
            {more > 0 && (
              <Button size="small" appearance="subtle" onClick={showMore}>
                {words("app.showmore", { n: more })}
              </Button>
            )}
          </div>
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}

function linesOf(
  { corrections, explanations, exemptions, spellings, accepted = [] }: Casework,
  schools: ReadonlyMap<string, string>,
  words: ReturnType<typeof useWords>,
): readonly Line[] {
  const nameOf = (code: string): string => schools.get(code) ?? code;
  const told = (...parts: readonly (string | undefined)[]): string =>
    parts.filter((part) => part !== undefined && part !== "").join(" · ");
  return [
    ...spellings
      .filter(({ active }) => active)
      .map((spelling) => ({
        text: words("fix.spelling", { heading: spelling.heading, element: spelling.element }),
        detail: told(spelling.form, spelling.by, spelling.at?.slice(0, 10)),
        revoke: { spellings: [{ ...spelling, active: false }] },
      })),
    ...corrections.map(({ school, form, element, was, now, reason, by, at }) => ({
      text: words("fix.correction", { school: nameOf(school), element, was: was === "" ? "—" : was, now }),
      detail: told(form, reason, by ?? words("fix.unconfirmed"), at?.slice(0, 10)),
    })),
    ...explanations.map(({ school, rule, reason, by, at }) => ({
      text: words("fix.explained", { school: nameOf(school), rule }),
      detail: told(reason, by, at?.slice(0, 10)),
    })),
    ...exemptions.map(({ school, form, reason, by }) => ({
      text: words("fix.exempt", { school: nameOf(school) }),
      detail: told(form, reason, by),
    })),
    ...accepted.map(({ school, form, file }) => ({
      text: words("fix.accepted", { school: nameOf(school) }),
      detail: told(form, file),
    })),
  ];
}
