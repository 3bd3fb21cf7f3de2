export const issueTemplates = (..._: readonly unknown[]): readonly { fileName: string; sheets: readonly never[] }[] => [];
