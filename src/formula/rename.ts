import type { Tree } from "./tree";

/** The same formula over other names: of columns, forms, indicators and parameters. */
export function renamed(tree: Tree, rename: (name: string) => string): Tree {
  const again = (part: Tree): Tree => renamed(part, rename);
  switch (tree.node) {
    case "number":
    case "text":
    case "boolean":
      return tree;
    case "column":
      return { ...tree, name: rename(tree.name), ...(tree.form !== undefined && { form: rename(tree.form) }) };
    case "fields":
      return { ...tree, from: rename(tree.from), to: rename(tree.to) };
    case "name":
      return { ...tree, name: rename(tree.name) };
    case "sign":
      return { ...tree, operand: again(tree.operand) };
    case "binary":
      return { ...tree, left: again(tree.left), right: again(tree.right) };
    case "call":
      return { ...tree, arguments: tree.arguments.map(again) };
  }
}
