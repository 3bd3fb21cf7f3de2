import { isAnsweredFor, type Casework, type Explanation } from "../../domain/casework";
import type { Collection } from "../../domain/collected";
import type { Finding } from "../../domain/finding";
import { inOrder } from "../../domain/finding-order";
import { schoolOfFinding } from "../../domain/ledger";
import type { Confrontation } from "../../domain/verdict";
import { explanationRefused } from "./finding-words";

/** What was found, by reading and by rules. */
export interface Found {
  readonly collection: Collection;
  readonly confrontation: Confrontation;
}

/**
 * Marks the warnings and notices people have answered for. They stay on record. An error cannot be explained away:
 * whoever tries is told so. Without explanations everything is as it was.
 */
export function explain(found: Found, { explanations }: Casework): Found {
  const answered = explanations.filter(isAnsweredFor);
  if (answered.length === 0) return found;
  const { collection, confrontation } = found;
  const schoolOf = schoolOfFinding(collection.ledger);
  const isAbout = ({ school, rule, element }: Explanation, finding: Finding): boolean =>
    schoolOf(finding) === school &&
    (finding.rule ?? finding.code) === rule &&
    (element === undefined || element === finding.element);
  const marked = (findings: readonly Finding[]): readonly Finding[] =>
    findings.map((finding) => {
      const explained = finding.severity === "error" ? undefined : answered.find((one) => isAbout(one, finding));
      return explained ? { ...finding, explained } : finding;
    });
  const errors = [...collection.findings, ...confrontation.findings].filter(({ severity }) => severity === "error");
  const refusals = answered.flatMap((explanation): readonly Finding[] => {
    const error = errors.find((finding) => isAbout(explanation, finding));
    return error ? [refusal(explanation, error)] : [];
  });
  return {
    collection: { ...collection, findings: marked(collection.findings) },
    confrontation: {
      ...confrontation,
      findings: inOrder([...marked(confrontation.findings), ...refusals], collection.schools),
    },
  };
}

const refusal = (explanation: Explanation, { form, element, at }: Finding): Finding => ({
  code: "explanation-refused",
  school: explanation.school,
  ...(form !== undefined && { form }),
  ...(element !== undefined && { element }),
  ...(at && { at }),
  ...explanationRefused(explanation),
});
