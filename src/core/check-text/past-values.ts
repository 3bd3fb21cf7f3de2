import type { Benchmark, Figure } from "../../domain/figure";

const lastYearLabel = "上年";

/** What a figure was before: the values it is compared with, and last year's though no indicator asks for it. */
export const pastValues = ({ past, lastYear }: Figure): readonly Benchmark[] =>
  lastYear && past.every(({ label }) => label !== lastYearLabel)
    ? [...past, { ...lastYear, label: lastYearLabel }]
    : past;

export const lastYearOf = (figure: Figure): Benchmark | undefined =>
  pastValues(figure).find(({ label }) => label === lastYearLabel);
