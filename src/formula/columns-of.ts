import type { Tree } from "./tree";

/** The trees directly below a node. */
export function children(tree: Tree): readonly Tree[] {
  switch (tree.node) {
    case "sign":
      return [tree.operand];
    case "binary":
      return [tree.left, tree.right];
    case "call":
      return tree.arguments;
    case "number":
    case "text":
    case "boolean":
    case "column":
    case "fields":
    case "name":
      return [];
  }
}

/** A node and everything below it, in the order of the text. */
export function* nodes(tree: Tree): Generator<Tree> {
  yield tree;
  for (const child of children(tree)) yield* nodes(child);
}

export type ColumnNode = Extract<Tree, { readonly node: "column" }>;

export const isColumn = (tree: Tree): tree is ColumnNode => tree.node === "column";
export const columnsOf = (tree: Tree): readonly ColumnNode[] => Array.from(nodes(tree)).filter(isColumn);

/** The conditions that must all hold for a condition to hold, however its ANDs are nested. */
export const conjuncts = (tree: Tree): readonly Tree[] =>
  tree.node === "call" && tree.name === "AND" ? tree.arguments.flatMap(conjuncts) : [tree];
