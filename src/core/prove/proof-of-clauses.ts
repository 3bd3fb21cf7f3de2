import { decimalText } from "../../domain/exact";
import { blockText, clauseText, type Narrative, type Span } from "../../domain/narrative";
import { parameterKey, type Parameter } from "../../domain/parameter";
import type { ClauseProof, FigureProof, ProofParameter } from "../../domain/proof";

/** Clauses and headings in which a number is told, each with the figures and parameters behind it. */
export function clauseProofs({ blocks }: Narrative, parameters: readonly Parameter[]): readonly ClauseProof[] {
  const byKey = new Map(parameters.map((parameter) => [parameterKey(parameter), parameter]));
  const proof = (id: string, text: string, spans: readonly Span[]): ClauseProof => ({
    id,
    text,
    numbers: spans.flatMap((span) =>
      span.type === "slot" && span.figures.length + span.parameters.length > 0
        ? [
            {
              text: span.text,
              figures: span.figures,
              parameters: span.parameters.map((key) => proofParameter(key, byKey.get(key))),
            },
          ]
        : [],
    ),
  });
  const all = blocks.flatMap((block) =>
    block.type === "heading"
      ? [proof(block.id, blockText(block), block.spans)]
      : block.clauses.map((clause) => proof(clause.id, clauseText(clause), clause.spans)),
  );
  return all.filter(({ numbers }) => numbers.length > 0);
}

const shownPlaces = 10;

function proofParameter(key: string, parameter: Parameter | undefined): ProofParameter {
  const source = [parameter?.setBy, parameter?.source, parameter?.owner]
    .filter((part) => part !== undefined)
    .join("，");
  const { value } = parameter ?? {};
  const says = value === undefined ? "" : value.type === "number" ? value.asEntered : value.value;
  return {
    key,
    value: says === "" && value?.type === "number" ? decimalText(value.value, shownPlaces) : says,
    ...(source !== "" && { source }),
  };
}

/** The figures the sentences tell, each once and each followed by those it is made of. */
export function provedFigures(
  clauses: readonly ClauseProof[],
  prove: (key: string) => FigureProof,
): readonly FigureProof[] {
  const proofs = new Map<string, FigureProof>();
  const visit = (key: string): void => {
    if (proofs.has(key)) return;
    const proof = prove(key);
    proofs.set(key, proof);
    for (const { figure } of proof.terms) if (figure !== undefined) visit(figure);
  };
  for (const { numbers } of clauses) for (const { figures } of numbers) figures.forEach(visit);
  return [...proofs.values()];
}
